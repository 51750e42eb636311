import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
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
  await registerConsumers(outbox.db, [newConsumer('table'), newConsumer('event-bus')]);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});

async function startRelayProcess(): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('./relay-process.ts', import.meta.url));
  const args = [file, database.connectionString, ...(redisUrl === null ? [] : [redisUrl])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(child, 'message');
  return child;
}

/** A relay that is killed with -9 at random and started again, until told to stop; then it lives on. */
async function shortLivedRelay(signal: AbortSignal, onKill: () => void): Promise<ChildProcess> {
  for (;;) {
    const relay = await startRelayProcess();
    await sleep(50 + Math.random() * 400);
    if (signal.aborted) return relay;
    relay.kill('SIGKILL');
    onKill();
  }
}

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

test('2,000 changes while relays are killed with -9: every consumer saw every change, in order, its effect once', async ({
  annotate,
}) => {
  const connectionString = database.connectionString;
  const bus = createEventBus({ redisUrl: redisUrl ?? undefined, connectionString, logger });
  const seenOnBus = new Map<string, number[]>(aggregates.map((id) => [id, []]));
  let repetitions = 0;
  for (const id of aggregates) {
    const seen = seenOnBus.get(id) ?? [];
    // At least once, with versions: what a subscriber does to see each change once.
    await bus.subscribe(`thing:${id}`, ({ version }) => {
      if (version > (seen.at(-1) ?? 0)) seen.push(version);
      else repetitions += 1;
    });
  }

  let kills = 0;
  const written = new AbortController();
  const relays = [1, 2, 3].map(() => shortLivedRelay(written.signal, () => (kills += 1)));
  await Promise.all(Array.from({ length: writers }, () => write(changes / writers, () => kills)));
  written.abort();
  const survivors = await Promise.all(relays);
  const left = await eventually(
    () => outbox.deliveries(),
    ({ length }) => length === 0,
    30_000,
  );
  const onBus = await eventually(
    async () => [...seenOnBus.values()].flat().length,
    (count) => count === changes,
  );
  for (const relay of survivors) relay.kill();
  await bus.close();

  expect(left).toEqual([]);
  expect(onBus).toBe(changes);
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from ${sql.id(schema, 'counter')}`.execute(outbox.db);
  expect(rows.reduce((sum, { version }) => sum + version, 0)).toBe(changes);
  for (const { id, version } of rows) {
    const every = Array.from({ length: version }, (_, index) => index + 1);
    expect(await effectsOn(outbox.db, 'table', id)).toEqual(every);
    expect(seenOnBus.get(id)).toEqual(every);
  }
  await annotate(`${kills} relays killed, ${repetitions} repetitions on the bus`);
}, 120_000);
