import { randomUUID } from 'node:crypto';
import type { Delivery } from '@consulta/platform/outbox/consumer';
import type { OutboxEvent } from '@consulta/platform/outbox/event';
import type { Transaction } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { careRelationshipConsumer } from '../src/care-relationship/consumer.ts';
import { rebuildCareRelationships } from '../src/care-relationship/rebuild.ts';
import { startRecords, type TestRecords } from './fixture.ts';

let records: TestRecords;
beforeAll(async () => {
  records = await startRecords();
});
afterAll(() => records.stop());

interface Relationship {
  readonly doctor: string;
  readonly patient: string;
  readonly clinic: string;
}

const newRelationship = (): Relationship => ({ doctor: randomUUID(), patient: randomUUID(), clinic: randomUUID() });

let position = 0;
function event(type: string, relationship: Relationship, more: Readonly<Record<string, string>> = {}): OutboxEvent {
  position += 1;
  return {
    id: position,
    aggregateType: 'appointment',
    aggregateId: randomUUID(),
    version: 1,
    type: `appointment.${type}`,
    payload: { ...relationship, ...more },
    occurredAt: new Date('2026-11-24T10:00:00Z'),
  };
}

/** As the relay delivers: in a transaction of its own. */
const deliver = (...events: readonly OutboxEvent[]) =>
  records.db.transaction().execute((transaction) => {
    const delivery: Delivery = {
      transaction: <Database>(schema: string) => transaction.withSchema(schema) as unknown as Transaction<Database>,
    };
    return careRelationshipConsumer.deliver(events, delivery);
  });

async function appointmentsOf({ doctor, patient, clinic }: Relationship): Promise<number | undefined> {
  const row = await records.db
    .selectFrom('care_relationship')
    .select('appointments')
    .where('doctor_id', '=', doctor)
    .where('patient_id', '=', patient)
    .where('clinic_id', '=', clinic)
    .executeTakeFirst();
  return row?.appointments;
}

test('bookings count up, cancellations and errors count down, and the row goes with the last', async () => {
  const care = newRelationship();
  await deliver(event('booked', care), event('booked', care), event('booked', care));
  expect(await appointmentsOf(care)).toBe(3);
  await deliver(event('cancelled', care, { from: 'booked' }));
  await deliver(event('entered_in_error', care, { from: 'fulfilled' }));
  expect(await appointmentsOf(care)).toBe(1);
  await deliver(event('cancelled', care));
  expect(await appointmentsOf(care)).toBeUndefined();
});

test('one batch may book and cancel, and touch many relationships', async () => {
  const [stays, comes, goes] = [newRelationship(), newRelationship(), newRelationship()];
  await deliver(event('booked', goes));
  await deliver(
    event('booked', stays),
    event('cancelled', goes),
    event('booked', comes),
    event('cancelled', comes),
    event('booked', stays),
  );
  expect(await Promise.all([stays, comes, goes].map(appointmentsOf))).toEqual([2, undefined, undefined]);
});

test('what was never counted is not counted down', async () => {
  const care = newRelationship();
  await deliver(event('booked', care));
  await deliver(event('cancelled', care, { from: 'pending' }));
  await deliver(event('entered_in_error', care, { from: 'cancelled' }));
  expect(await appointmentsOf(care)).toBe(1);
});

test('a cancellation of what the read model never knew leaves nothing behind', async () => {
  const care = newRelationship();
  await deliver(event('cancelled', care));
  expect(await appointmentsOf(care)).toBeUndefined();
});

test('relays that count for the same relationships at once lose nothing', async () => {
  const shared = Array.from({ length: 5 }, newRelationship);
  const booked = Array.from({ length: 20 }, (_, round) =>
    deliver(...(round % 2 ? shared : shared.toReversed()).map((care) => event('booked', care))),
  );
  await Promise.all(booked);
  const mixed = Array.from({ length: 40 }, (_, round) =>
    deliver(...shared.map((care) => event(round % 2 ? 'cancelled' : 'booked', care))),
  );
  await Promise.all(mixed);
  expect(await Promise.all(shared.map(appointmentsOf))).toEqual([20, 20, 20, 20, 20]);

  await Promise.all(Array.from({ length: 20 }, () => deliver(...shared.map((care) => event('cancelled', care)))));
  expect(await Promise.all(shared.map(appointmentsOf))).toEqual(shared.map(() => undefined));
});

test('a rebuild replaces what was there by what the owner says', async () => {
  const [wrong, right] = [newRelationship(), newRelationship()];
  await deliver(event('booked', wrong));
  const told = (async function* () {
    yield [{ ...right, appointments: 4, at: new Date() }];
    yield [{ ...newRelationship(), appointments: 1, at: new Date() }];
  })();
  await records.db.transaction().execute((transaction) => rebuildCareRelationships(transaction, told));
  expect(await appointmentsOf(wrong)).toBeUndefined();
  expect(await appointmentsOf(right)).toBe(4);
});
