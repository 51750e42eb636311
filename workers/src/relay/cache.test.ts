import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cache } from '@consulta/platform/cache/cache';
import { definition, newSource, openInstallation, untilBypassed, untilKept } from '@consulta/platform/cache/fixture';
import { createLogger } from '@consulta/platform/logger';
import type { DomainEvent } from '@consulta/platform/outbox/event';
import { eventually, type Outbox, openOutbox } from '@consulta/platform/outbox/fixture';
import { registerConsumers } from '@consulta/platform/outbox/register';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { cacheSchemas, createCacheConsumer } from './cache-consumer.ts';
import { startCacheVoucher } from './cache-voucher.ts';

const logger = createLogger({ level: 'silent' });
const redisUrl = inject('redisUrl');
const stores = [
  { store: 'memory', available: true, url: undefined },
  // A database of its own: there are as many words on freshness as there are files of tests.
  { store: 'Redis', available: redisUrl !== null, url: redisUrl === null ? undefined : new URL('/13', redisUrl).href },
];

let database: TestDatabase;
let outbox: Outbox;
beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});
const db = () =>
  createKysely<{ outbox_delivery: { consumer: string; state: string; attempts: number } }>(outbox.pool, 'providers');
beforeEach(async () => {
  await db().deleteFrom('outbox_delivery').execute();
});

async function commit(event: Partial<DomainEvent> & { aggregateId: string }): Promise<void> {
  const unitOfWork = createUnitOfWork({ db: db(), schema: 'providers', poke: () => undefined });
  await unitOfWork.run(async (_transaction, emit) =>
    emit({ aggregateType: 'doctor', version: 1, type: 'doctor.changed', ...event }),
  );
}

describe.each(stores)('the relay and caches in $store', ({ available, url }) => {
  const open = () => openInstallation({ redisUrl: url, connectionString: database.connectionString });
  const consumersOf = ({ feed }: ReturnType<typeof open>) =>
    cacheSchemas.map((schema) => createCacheConsumer(schema, feed));
  const served = (cache: Cache<number>, id: string, source: ReturnType<typeof newSource>, wanted: number) =>
    eventually(
      async () => (await cache.getMany([id], source.fill)).get(id),
      (value) => value === wanted,
    );

  test.runIf(available)('a commit voids what was made of it, in every process', async () => {
    await using installation = open();
    const { pool } = outbox;
    const relay = await outbox.startRelay(consumersOf(installation), { pollMillis: 50 });
    const voucher = startCacheVoucher({ pool, feed: installation.feed, logger });
    const caches = [installation.newProcess(), installation.newProcess()].map(({ caches }) =>
      caches.define(definition('doctor')),
    );
    await Promise.all(caches.map((cache) => untilKept(cache, randomUUID())));
    const [changed, listed, other] = [randomUUID(), randomUUID(), randomUUID()];
    const ids = [changed, listed, other];
    const source = newSource(Object.fromEntries(ids.map((id) => [id, 1])));
    for (const cache of caches) await cache.getMany(ids, source.fill);
    for (const id of ids) source.set(id, 2);

    await commit({ aggregateId: changed, payload: { voids: [`doctor:${listed}`] } });

    for (const cache of caches) {
      expect(await served(cache, changed, source, 2)).toBe(2);
      expect(await served(cache, listed, source, 2)).toBe(2);
      expect((await cache.getMany([other], source.fill)).get(other)).toBe(1);
    }
    await relay.stop();
    await voucher.stop();
  });

  test.runIf(available)(
    'a change whose process died at its commit is told by the next relay, and until then nothing is trusted',
    async () => {
      await using installation = open();
      const { pool } = outbox;
      await registerConsumers(outbox.db, consumersOf(installation));
      const voucher = startCacheVoucher({ pool, feed: installation.feed, logger });
      const cache = installation.newProcess().caches.define(definition('doctor'));
      await untilKept(cache, randomUUID());
      const id = randomUUID();
      const source = newSource({ [id]: 1 });
      await cache.getMany([id], source.fill);
      source.set(id, 2);

      await commit({ aggregateId: id });

      expect(await served(cache, id, source, 2)).toBe(2);
      await untilBypassed(cache);

      const relay = await outbox.startRelay(consumersOf(installation), { pollMillis: 50 });
      await untilKept(cache, randomUUID());
      expect((await cache.getMany([id], source.fill)).get(id)).toBe(2);
      await relay.stop();
      await voucher.stop();
    },
  );

  test.runIf(available)('nobody vouches while an invalidation was set aside', async () => {
    await using installation = open();
    const { pool } = outbox;
    await registerConsumers(outbox.db, consumersOf(installation));
    await commit({ aggregateId: randomUUID() });
    await db().updateTable('outbox_delivery').set({ state: 'dead' }).execute();
    const voucher = startCacheVoucher({ pool, feed: installation.feed, logger });
    const cache = installation.newProcess().caches.define(definition('doctor'));
    const source = newSource();
    // A word from before may still count.
    await untilBypassed(cache);

    for (let asked = 1; asked <= 5; asked += 1) {
      await cache.getMany(['x'], source.fill);
      expect(source.calls()).toBe(asked);
      await sleep(200);
    }

    await db().deleteFrom('outbox_delivery').execute();
    await untilKept(cache, randomUUID());
    await voucher.stop();
  });
});

test('while Redis is away an invalidation waits, without being charged with an attempt', async () => {
  await using installation = openInstallation({
    redisUrl: 'redis://127.0.0.1:1',
    connectionString: database.connectionString,
  });
  const consumer = createCacheConsumer('providers', installation.feed);
  const relay = await outbox.startRelay([consumer], { pollMillis: 20 });
  await commit({ aggregateId: randomUUID() });
  await sleep(300);

  const waiting = await db().selectFrom('outbox_delivery').select(['state', 'attempts']).execute();
  expect(waiting).toEqual([{ state: 'pending', attempts: 0 }]);
  await relay.stop();
});
