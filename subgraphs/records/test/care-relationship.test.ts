import type { Delivery } from '@consulta/platform/outbox/consumer';
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
import { careRelationshipConsumer } from '../src/care-relationship/consumer.ts';
import { rebuildCareRelationships } from '../src/care-relationship/rebuild.ts';
import { startRecords, type TestRecords } from './fixture.ts';

let records: TestRecords;
beforeAll(async () => {
  records = await startRecords();
});
afterAll(() => records.stop());

/** As the relay delivers: in a transaction of its own. */
const deliver = (...events: readonly OutboxEvent[]) =>
  records.db.transaction().execute((transaction) => {
    const delivery: Delivery = {
      afterCommit: () => undefined,
      transaction: <Database>(schema: string) => transaction.withSchema(schema) as unknown as Transaction<Database>,
    };
    return careRelationshipConsumer.deliver(events, delivery);
  });

async function appointmentsOf({ doctor, patient, clinic }: CareTrio): Promise<number | undefined> {
  const row = await records.db
    .selectFrom('care_relationship')
    .select('appointments')
    .where('doctor_id', '=', doctor)
    .where('patient_id', '=', patient)
    .where('clinic_id', '=', clinic)
    .executeTakeFirst();
  return row?.appointments;
}

test.each(careRelationshipCases())('$behaviour', async ({ deliveries, counts }) => {
  for (const events of deliveries) await deliver(...events);
  for (const [care, appointments] of counts) expect(await appointmentsOf(care)).toBe(appointments);
});

test('relays that count for the same relationships at once lose nothing', async () => {
  const shared = Array.from({ length: 5 }, newTrio);
  const bookings = Array.from({ length: 20 }, (_, round) =>
    deliver(...(round % 2 ? shared : shared.toReversed()).map((care) => booked(care))),
  );
  await Promise.all(bookings);
  const mixed = Array.from({ length: 40 }, (_, round) =>
    deliver(...shared.map((care) => (round % 2 ? cancelled : booked)(care))),
  );
  await Promise.all(mixed);
  expect(await Promise.all(shared.map(appointmentsOf))).toEqual([20, 20, 20, 20, 20]);

  await Promise.all(Array.from({ length: 20 }, () => deliver(...shared.map((care) => cancelled(care)))));
  expect(await Promise.all(shared.map(appointmentsOf))).toEqual(shared.map(() => undefined));
});

test('a rebuild replaces what was there by what the owner says', async () => {
  const [wrong, right] = [newTrio(), newTrio()];
  await deliver(booked(wrong));
  const told = (async function* () {
    yield [{ ...right, appointments: 4, at: new Date() }];
    yield [{ ...newTrio(), appointments: 1, at: new Date() }];
  })();
  await records.db.transaction().execute((transaction) => rebuildCareRelationships(transaction, told));
  expect(await appointmentsOf(wrong)).toBeUndefined();
  expect(await appointmentsOf(right)).toBe(4);
});
