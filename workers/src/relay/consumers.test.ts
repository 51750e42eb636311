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
import { createConsumers } from './consumers.ts';

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

test('while the bus is away read models go on; when it is back it gets what it missed', async () => {
  const parties = newParties();
  const relay = await outbox.startRelay(consumersOver(openBus('redis://127.0.0.1:1')), { pollMillis: 50 });

  const appointment = await book(parties);

  expect(await treated(parties.doctor)).toEqual([{ appointments: 1 }]);
  const deliveries = createKysely<{ outbox_delivery: { consumer: string; state: string; attempts: number } }>(
    outbox.pool,
    'appointments',
  ).selectFrom('outbox_delivery');
  const waiting = await eventually(
    () => deliveries.select(['consumer', 'state', 'attempts']).orderBy('consumer').execute(),
    ({ length }) => length === 2,
  );
  expect(waiting).toEqual([
    { consumer: 'cache', state: 'pending', attempts: 0 },
    { consumer: 'event-bus', state: 'pending', attempts: 0 },
  ]);
  await relay.stop();

  const bus = openBus(redisUrl);
  const received: BusMessage[] = [];
  await bus.subscribe(`appointment:doctor:${parties.doctor}`, (message) => received.push(message));
  await outbox.startRelay(consumersOver(bus), { pollMillis: 50 });

  expect(
    await eventually(
      async () => received,
      ({ length }) => length > 0,
    ),
  ).toMatchObject([{ aggregateId: appointment, version: 1, type: 'appointment.booked', source: 'appointments' }]);
  expect(Object.keys(received[0] ?? {}).sort()).toEqual([
    'aggregateId',
    'position',
    'source',
    'topic',
    'type',
    'version',
  ]);
});
