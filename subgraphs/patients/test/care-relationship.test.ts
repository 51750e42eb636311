import { randomUUID } from 'node:crypto';
import type { Json, OutboxEvent } from '@consulta/platform/outbox/event';
import type { Transaction } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph } from '../../../test/kit/subgraph.ts';
import { careRelationshipConsumer } from '../src/care-relationship/consumer.ts';
import { rebuildCareRelationships } from '../src/care-relationship/rebuild.ts';
import { createPatients } from '../src/server.ts';
import { people } from './people.ts';

let patients: TestSubgraph;
let db: ReturnType<typeof people>['db'];

beforeAll(async () => {
  patients = await startSubgraph(createPatients);
  ({ db } = people(patients.pool));
});
afterAll(() => patients.stop());

const newTrio = () => ({ doctor: randomUUID(), patient: randomUUID(), clinic: randomUUID() });

type Trio = ReturnType<typeof newTrio>;

let position = 0;
function event(type: string, payload: { readonly [key: string]: Json }, occurredAt = new Date()): OutboxEvent {
  position += 1;
  const aggregateId = randomUUID();
  return { id: position, aggregateType: 'appointment', aggregateId, version: 1, type, payload, occurredAt };
}

const booked = (trio: Trio, { from = null, at }: { from?: string | null; at?: Date } = {}) =>
  event('appointment.booked', { ...trio, from, status: 'booked' }, at);
const cancelled = (trio: Trio, from = 'booked') =>
  event('appointment.cancelled', { ...trio, from, status: 'cancelled' });
const mistaken = (trio: Trio, from = 'fulfilled') =>
  event('appointment.entered_in_error', { ...trio, from, status: 'entered_in_error' });

const deliver = (...events: readonly OutboxEvent[]) =>
  db.transaction().execute((transaction) =>
    careRelationshipConsumer.deliver(events, {
      transaction: <Schema>(schema: string) => transaction.withSchema(schema) as unknown as Transaction<Schema>,
    }),
  );

async function count(trio: ReturnType<typeof newTrio>): Promise<number | undefined> {
  const row = await db
    .selectFrom('care_relationship')
    .select('appointments')
    .where('doctor_id', '=', trio.doctor)
    .where('patient_id', '=', trio.patient)
    .where('clinic_id', '=', trio.clinic)
    .executeTakeFirst();
  return row?.appointments;
}

test('bookings count up, cancellations and errors count down, and the row goes with the last', async () => {
  const trio = newTrio();

  await deliver(booked(trio), booked(trio));
  expect(await count(trio)).toBe(2);
  await deliver(booked(trio));
  expect(await count(trio)).toBe(3);
  await deliver(cancelled(trio), mistaken(trio));
  expect(await count(trio)).toBe(1);
  await deliver(cancelled(trio, 'no_show'));
  expect(await count(trio)).toBeUndefined();
});

test('what is booked and cancelled within one delivery leaves nothing', async () => {
  const [kept, gone] = [newTrio(), newTrio()];

  await deliver(booked(gone), booked(kept), cancelled(gone));

  expect(await count(kept)).toBe(1);
  expect(await count(gone)).toBeUndefined();
});

test('an appointment that did not count cannot count down', async () => {
  const trio = newTrio();
  await deliver(booked(trio));

  await deliver(cancelled(trio, 'pending'));
  await deliver(mistaken(trio, 'cancelled'));

  expect(await count(trio)).toBe(1);
});

test('an approved hold counts once', async () => {
  const trio = newTrio();

  await deliver(booked(trio, { from: 'pending' }));

  expect(await count(trio)).toBe(1);
});

test('an appointment that moves to another doctor moves the relationship, one that stays changes nothing', async () => {
  const old = newTrio();
  const now = { ...old, doctor: randomUUID() };
  const stays = { ...old, from: 'booked', status: 'booked' };
  const moves = { ...now, from: 'booked', status: 'booked', previous: { doctor: old.doctor, clinic: old.clinic } };
  await deliver(booked(old));

  await deliver(event('appointment.rescheduled', stays));
  expect(await count(old)).toBe(1);
  await deliver(event('appointment.rescheduled', moves));

  expect(await count(old)).toBeUndefined();
  expect(await count(now)).toBe(1);
});

test('a cancellation of what was booked before the model began is ignored', async () => {
  const trio = newTrio();

  await deliver(cancelled(trio));

  expect(await count(trio)).toBeUndefined();
});

test('the first booking dates the relationship', async () => {
  const trio = newTrio();
  const early = new Date('2026-01-01T00:00:00Z');

  await deliver(booked(trio, { at: new Date('2026-02-01T00:00:00Z') }));
  await deliver(booked(trio, { at: early }));

  const row = await db
    .selectFrom('care_relationship')
    .select('first_at')
    .where('doctor_id', '=', trio.doctor)
    .executeTakeFirstOrThrow();
  expect(row.first_at).toEqual(early);
});

test('relays that count the same relationships at once lose nothing and do not deadlock', async () => {
  const trios = Array.from({ length: 10 }, newTrio);
  const bookings = (order: readonly (typeof trios)[number][]) => deliver(...order.map((trio) => booked(trio)));

  await Promise.all(Array.from({ length: 16 }, (_, index) => bookings(index % 2 === 0 ? trios : trios.toReversed())));

  expect(await Promise.all(trios.map(count))).toEqual(trios.map(() => 16));
});

test('an event without its ids is at fault, not skipped', async () => {
  await expect(deliver(event('appointment.booked', { doctor: randomUUID() }))).rejects.toThrow();
});

test('a rebuild replaces what was there by what appointments tells', async () => {
  const [stale, fresh, other] = [newTrio(), newTrio(), newTrio()];
  await deliver(booked(stale));
  const at = new Date('2026-03-01T00:00:00Z');
  async function* told() {
    yield [{ ...fresh, appointments: 3, at }];
    yield [{ ...other, appointments: 1, at }];
  }

  await db.transaction().execute((transaction) => rebuildCareRelationships(transaction, told()));

  expect(await count(stale)).toBeUndefined();
  expect(await count(fresh)).toBe(3);
  expect(await count(other)).toBe(1);
  await deliver(cancelled(fresh));
  expect(await count(fresh)).toBe(2);
});
