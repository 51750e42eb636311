import { randomUUID } from 'node:crypto';
import type { OutboxEvent } from '@consulta/platform/outbox/event';
import type { Transaction } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  booked,
  type CareTrio,
  cancelled,
  careRelationshipCases,
  newTrio,
} from '../../../test/kit/care-relationship-cases.ts';
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

const deliver = (...events: readonly OutboxEvent[]) =>
  db.transaction().execute((transaction) =>
    careRelationshipConsumer.deliver(events, {
      afterCommit: () => undefined,
      transaction: <Schema>(schema: string) => transaction.withSchema(schema) as unknown as Transaction<Schema>,
    }),
  );

async function count(trio: CareTrio): Promise<number | undefined> {
  const row = await db
    .selectFrom('care_relationship')
    .select('appointments')
    .where('doctor_id', '=', trio.doctor)
    .where('patient_id', '=', trio.patient)
    .where('clinic_id', '=', trio.clinic)
    .executeTakeFirst();
  return row?.appointments;
}

test.each(careRelationshipCases())('$behaviour', async ({ deliveries, counts }) => {
  for (const events of deliveries) await deliver(...events);
  for (const [care, appointments] of counts) expect(await count(care)).toBe(appointments);
});

test('the first booking dates the relationship', async () => {
  const trio = newTrio();
  const early = new Date('2026-01-01T00:00:00Z');

  await deliver(booked(trio, null, new Date('2026-02-01T00:00:00Z')));
  await deliver(booked(trio, null, early));

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
  await expect(deliver({ ...booked(newTrio()), payload: { doctor: randomUUID() } })).rejects.toThrow();
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
