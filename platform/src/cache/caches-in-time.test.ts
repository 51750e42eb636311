import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { eventually, type Outbox, openOutbox } from '../outbox/fixture.ts';
import type { CacheDefinition } from './cache.ts';
import {
  definition,
  type Installation,
  newSource,
  openInstallation,
  outcomes,
  untilBypassed,
  untilKept,
} from './fixture.ts';

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

const redisUrl = inject('redisUrl');
const stores = [
  { store: 'memory', available: true, url: undefined },
  // A database of its own: there are as many words on freshness as there are files of tests.
  { store: 'Redis', available: redisUrl !== null, url: redisUrl === null ? undefined : new URL('/12', redisUrl).href },
];

describe.each(stores)('what is kept in $store', ({ store, available, url }) => {
  let installation: Installation;
  let here: Awaited<ReturnType<typeof open>>;
  const open = async (more?: Partial<CacheDefinition<number>>, name = 'thing') => {
    const { caches, metrics } = installation.newProcess();
    const cache = caches.define(definition(name, more));
    await untilKept(cache, randomUUID());
    return { caches, cache, metrics };
  };
  beforeAll(async () => {
    if (!available) return;
    installation = openInstallation({ redisUrl: url, connectionString: database.connectionString });
    await installation.startVouching();
    here = await open();
  });
  afterAll(() => installation?.[Symbol.asyncDispose]());

  test.runIf(available)('a value past its time is served at once, while one caller makes it anew', async () => {
    const { cache, metrics } = await open({ ttlSeconds: 0.05, staleSeconds: 60 }, 'ageing');
    const id = randomUUID();
    const source = newSource({ [id]: 1 });
    await cache.getMany([id], source.fill);
    source.set(id, 2);
    await sleep(80);
    const release = source.hold();

    const served = await Promise.all(Array.from({ length: 10 }, () => cache.getMany([id], source.fill)));

    expect(served.map((values) => values.get(id))).toEqual(Array(10).fill(1));
    release();
    const renewed = await eventually(
      async () => (await cache.getMany([id], source.fill)).get(id),
      (value) => value === 2,
    );
    expect(renewed).toBe(2);
    expect(await outcomes(metrics)).toMatchObject({ stale: expect.any(Number) });
  });

  test.runIf(available)('a value past its time that was invalidated is not served', async () => {
    const { caches, cache } = await open({ ttlSeconds: 0.05, staleSeconds: 60 }, 'aged');
    const id = randomUUID();
    const source = newSource({ [id]: 1 });
    await cache.getMany([id], source.fill);
    source.set(id, 2);
    await sleep(80);

    caches.invalidate([`aged:${id}`]);

    expect((await cache.getMany([id], source.fill)).get(id)).toBe(2);
  });

  test.runIf(available)('hot ids are made before anybody waits for them, and nothing else is', async () => {
    const [hot, cold] = [randomUUID(), randomUUID()];
    const source = newSource({ [hot]: 1, [cold]: 1 });
    const { caches, metrics } = here;
    const cache = caches.define(definition('warm', { warm: { top: 5, everyMillis: 20, fill: source.fill } }));
    for (let times = 0; times < 10; times += 1) await cache.getMany([hot], source.fill);
    await cache.getMany([cold], source.fill);
    source.set(hot, 2);

    caches.invalidate([`warm:${hot}`, `warm:${cold}`]);
    const reads = await eventually(
      async () => source.reads.get(hot),
      (count) => count === 2,
    );

    expect(reads).toBe(2);
    const kept = await eventually(
      async () => (await outcomes(metrics))['warmed'],
      (count) => count === 1,
    );
    expect(kept).toBe(1);
    expect((await cache.getMany([hot], source.fill)).get(hot)).toBe(2);
    expect(source.reads).toEqual(
      new Map([
        [hot, 2],
        [cold, 1],
      ]),
    );
  });

  test.runIf(available)('while nobody vouches for what is kept, nothing is kept or served', async () => {
    const id = randomUUID();
    const source = newSource({ [id]: 1 });
    await here.cache.getMany([id], source.fill);
    await installation.stopVouching();
    source.set(id, 2);

    const value = await eventually(
      async () => (await here.cache.getMany([id], source.fill)).get(id),
      (answer) => answer === 2,
    );
    expect(value).toBe(2);
    await untilBypassed(here.cache);

    await installation.feed.voidTags([`thing:${id}`]);
    await installation.startVouching();
    await untilKept(here.cache, randomUUID());
    expect((await here.cache.getMany([id], source.fill)).get(id)).toBe(2);
  });

  test.runIf(store === 'memory')('a gap in what it heard empties what a process keeps', async () => {
    const id = randomUUID();
    const source = newSource({ [id]: 1 });
    await here.cache.getMany([id], source.fill);
    source.set(id, 2);

    await sql`select pg_terminate_backend(pid) from pg_stat_activity
              where application_name = 'consulta event bus' and datname = current_database()`.execute(outbox.db);
    const value = await eventually(
      async () => (await here.cache.getMany([id], source.fill)).get(id),
      (answer) => answer === 2,
    );

    expect(value).toBe(2);
    await untilKept(here.cache, randomUUID());
    expect((await here.cache.getMany([id], source.fill)).get(id)).toBe(2);
  });
});
