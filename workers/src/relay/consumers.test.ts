import { randomUUID } from 'node:crypto';
import { createCacheFeed } from '@consulta/platform/cache/create-caches';
import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
import type { BusMessage, EventBus } from '@consulta/platform/event-bus/event-bus';
import { createLogger } from '@consulta/platform/logger';
import { eventually, type Outbox, openOutbox } from '@consulta/platform/outbox/fixture';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { createConsumers, schemas } from './consumers.ts';

const logger = createLogger({ level: 'silent' });
const redisUrl = inject('redisUrl') ?? undefined;

let database: TestDatabase;
let outbox: Outbox;
const buses: EventBus[] = [];
const openBus = (url: string | undefined): EventBus => {
  const { connectionString } = database;
  const bus = createEventBus({ redisUrl: url, connectionString, logger });
  buses.push(bus);
  return bus;
};
beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await Promise.all(buses.map((bus) => bus.close()));
  await database.drop();
});

const consumersOver = (bus: EventBus) =>
  createConsumers({ bus, feed: createCacheFeed({ redisUrl: undefined, bus, logger }) });

/** Commits what the appointments subgraph emits for a booking. */
async function book(parties: { doctor: string; patient: string; clinic: string }): Promise<string> {
  const aggregateId = randomUUID();
  const db = createKysely<unknown>(outbox.pool, 'appointments');
  const unitOfWork = createUnitOfWork({ db, schema: 'appointments', poke: () => undefined });
  await unitOfWork.run(async (_transaction, emit) =>
    emit({ aggregateType: 'appointment', aggregateId, version: 1, type: 'appointment.booked', payload: parties }),
  );
  return aggregateId;
}

const treated = (doctor: string) =>
  eventually(
    () =>
      createKysely<{ care_relationship: { doctor_id: string; appointments: number } }>(outbox.pool, 'records')
        .selectFrom('care_relationship')
        .select('appointments')
        .where('doctor_id', '=', doctor)
        .execute(),
    ({ length }) => length > 0,
  );
const newParties = () => ({ doctor: randomUUID(), patient: randomUUID(), clinic: randomUUID() });

test('no two consumers of a schema share a name, or one would take the events of the other', () => {
  const names = consumersOver(openBus(undefined)).map(({ source, name }) => `${source} ${name}`);
  expect(new Set(names).size).toBe(names.length);
});

const deliveries = () =>
  createKysely<{ outbox_delivery: { consumer: string; state: string; attempts: number } }>(outbox.pool, 'appointments')
    .selectFrom('outbox_delivery')
    .select(['consumer', 'state', 'attempts'])
    .execute();

test('while the bus is away read models and the log go on, and only caches wait', async () => {
  const parties = newParties();
  const relay = await outbox.startRelay(consumersOver(openBus('redis://127.0.0.1:1')), { pollMillis: 50 });

  const appointment = await book(parties);

  expect(await treated(parties.doctor)).toEqual([{ appointments: 1 }]);
  expect(await eventually(deliveries, ({ length }) => length === 1)).toEqual([
    { consumer: 'cache', state: 'pending', attempts: 0 },
  ]);
  const db = createKysely<{ stream_event: { topic: string; aggregate_id: string } }>(outbox.pool, 'appointments');
  const logged = await db.selectFrom('stream_event').select('topic').where('aggregate_id', '=', appointment).execute();
  expect(logged.map(({ topic }) => topic)).toContain(`appointment:doctor:${parties.doctor}`);
  await relay.stop();
});

test('what the log keeps is told over the bus, as the log has it', async () => {
  const parties = newParties();
  const bus = openBus(redisUrl);
  const received: BusMessage[] = [];
  await bus.subscribe(`appointment:doctor:${parties.doctor}`, (message) => received.push(message));
  const relay = await outbox.startRelay(consumersOver(bus), { pollMillis: 50 });

  const [first, second] = [await book(parties), await book(parties)];

  await eventually(
    async () => received,
    ({ length }) => length > 1,
  );
  const told = {
    topic: `appointment:doctor:${parties.doctor}`,
    aggregateType: 'appointment',
    version: 1,
    type: 'appointment.booked',
    source: 'appointments',
    position: expect.any(Number),
    occurredAt: expect.stringMatching(/^\d{4}-.*Z$/),
  };
  expect(received).toEqual([
    { ...told, aggregateId: first, previous: 0 },
    { ...told, aggregateId: second, previous: received[0]?.position },
  ]);
  await relay.stop();
});

test('an outbox without a consumer is pruned too', async () => {
  const sources = new Set(consumersOver(openBus(undefined)).map(({ source }) => source));
  expect(schemas.filter((schema) => !sources.has(schema))).not.toEqual([]);
  const db = createKysely<{ outbox: Record<string, unknown> }>(outbox.pool, 'records');
  const old = { aggregate_type: 'thing', version: 1, type: 'thing.changed', occurred_at: '2026-01-01T00:00:00Z' };
  await db
    .insertInto('outbox')
    .values({ ...old, aggregate_id: randomUUID() })
    .execute();
  const relay = await outbox.startRelay(consumersOver(openBus(undefined)), { schemas, pruneMillis: 50 });

  const count = db.selectFrom('outbox').select((eb) => eb.fn.countAll().as('count'));
  expect(
    await eventually(
      () => count.executeTakeFirstOrThrow(),
      (row) => row.count === 0,
    ),
  ).toEqual({ count: 0 });
  await relay.stop();
});
