import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@consulta/platform/logger';
import {
  createEffectTable,
  effectsOn,
  eventually,
  newConsumer,
  newEvent,
  type Outbox,
  openOutbox,
  schema,
} from '@consulta/platform/outbox/fixture';
import { createPoke } from '@consulta/platform/outbox/poke';
import { registerConsumers } from '@consulta/platform/outbox/register';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { shortLivedRelay } from './short-lived-relay.ts';

const changes = 2_000;
const writers = 8;
const leastKills = 20;
const aggregates = Array.from({ length: 50 }, () => randomUUID());
const logger = createLogger({ level: 'silent' });
const redisUrl = inject('redisUrl');

let database: TestDatabase;
let outbox: Outbox;
beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
  await createEffectTable(outbox.db);
  await sql`create table ${sql.id(schema, 'counter')} (id uuid primary key, version int not null)`.execute(outbox.db);
  await sql`insert into ${sql.id(schema, 'counter')} select unnest(${aggregates}::uuid[]), 0`.execute(outbox.db);
  await registerConsumers(outbox.db, [newConsumer('table')]);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});

/** Commits `count` changes of random aggregates, no faster than relays die: kills fall among the changes, not after. */
async function write(count: number, kills: () => number): Promise<void> {
  const poke = createPoke({ pool: outbox.pool, schema, logger });
  const unitOfWork = createUnitOfWork({ db: outbox.db, schema, poke });
  for (let change = 0; change < count; change += 1) {
    const aggregateId = aggregates[Math.floor(Math.random() * aggregates.length)] ?? '';
    await unitOfWork.run(async (transaction, emit) => {
      const { rows } = await sql<{ version: number }>`
        update ${sql.id(schema, 'counter')} set version = version + 1
        where id = ${aggregateId} returning version`.execute(transaction);
      for (const { version } of rows) emit(newEvent({ aggregateId, version }));
    });
    while (kills() < (leastKills * change) / count) await sleep(20);
  }
}

test('2,000 changes while relays are killed with -9: every change had its effect once, in order', async ({
  annotate,
}) => {
  let kills = 0;
  const written = new AbortController();
  const relays = [1, 2, 3].map(() =>
    shortLivedRelay({ connectionString: database.connectionString, redisUrl }, written.signal, () => (kills += 1)),
  );
  await Promise.all(Array.from({ length: writers }, () => write(changes / writers, () => kills)));
  written.abort();
  const survivors = await Promise.all(relays);
  const left = await eventually(
    () => outbox.deliveries(),
    ({ length }) => length === 0,
    30_000,
  );
  for (const relay of survivors) relay.kill();

  expect(left).toEqual([]);
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from ${sql.id(schema, 'counter')}`.execute(outbox.db);
  expect(rows.reduce((sum, { version }) => sum + version, 0)).toBe(changes);
  for (const { id, version } of rows) {
    const every = Array.from({ length: version }, (_, index) => index + 1);
    expect(await effectsOn(outbox.db, 'table', id)).toEqual(every);
  }
  await annotate(`${kills} relays killed`);
}, 120_000);
