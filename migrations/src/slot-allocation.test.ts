import { createTestDatabase } from '@consulta/test/kit/database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;
let schedule: string;
let otherSchedule: string;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

beforeEach(async () => {
  [schedule, otherSchedule] = [await newSchedule(), await newSchedule()];
});

async function newSchedule(): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into appointments.schedule (doctor_id, time_zone) values (uuidv7(), 'Europe/Madrid') returning id`,
  );
  return rows[0]?.id ?? '';
}

interface Allocation {
  readonly schedule?: string;
  readonly during: string;
  readonly lane?: number;
  readonly patient?: string;
  readonly patientLane?: number;
  readonly visit?: string;
  readonly status?: string;
  readonly expiresAt?: string;
}

function allocate(allocation: Allocation): Promise<unknown> {
  const { patient = null, visit = patient === null ? null : allocation.during } = allocation;
  return client.query(
    `insert into appointments.slot_allocation
       (appointment_id, schedule_id, lane, during, patient_id, patient_lane, visit, status, expires_at)
     values (uuidv7(), $1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      allocation.schedule ?? schedule,
      allocation.lane ?? 0,
      allocation.during,
      patient,
      allocation.patientLane ?? 0,
      visit,
      allocation.status ?? 'busy',
      allocation.expiresAt ?? null,
    ],
  );
}

const refusedBy = (constraint: string) => expect.objectContaining({ constraint });
const patient = '0196f1c0-0000-7000-8000-000000000001';

test('a schedule is not given twice over the boundary of a month', async () => {
  await allocate({ during: '[2027-01-31T23:45:00Z,2027-02-01T00:15:00Z)' });

  await expect(allocate({ during: '[2027-02-01T00:00:00Z,2027-02-01T00:30:00Z)' })).rejects.toEqual(
    refusedBy('slot_allocation_schedule_excl'),
  );
});

test('a schedule is given from the instant at which it becomes free', async () => {
  await allocate({ during: '[2027-01-31T23:45:00Z,2027-02-01T00:15:00Z)' });

  await allocate({ during: '[2027-02-01T00:15:00Z,2027-02-01T00:45:00Z)' });
});

test('an overbooking takes the same time in another lane, and that lane once', async () => {
  const during = '[2027-02-01T10:00:00Z,2027-02-01T10:30:00Z)';
  await allocate({ during });
  await allocate({ during, lane: 1 });

  await expect(allocate({ during, lane: 1 })).rejects.toEqual(refusedBy('slot_allocation_schedule_excl'));
});

test('a patient is not in two places, with whichever doctors', async () => {
  await allocate({ patient, during: '[2027-03-01T10:00:00Z,2027-03-01T10:30:00Z)' });

  await expect(
    allocate({ patient, schedule: otherSchedule, during: '[2027-03-01T10:15:00Z,2027-03-01T10:45:00Z)' }),
  ).rejects.toEqual(refusedBy('slot_allocation_patient_excl'));
});

test('an override by staff puts a patient in two places', async () => {
  const during = '[2027-04-01T10:00:00Z,2027-04-01T10:30:00Z)';
  await allocate({ patient, during });

  await allocate({ patient, schedule: otherSchedule, during, patientLane: 1 });
});

test('buffers keep the schedule busy but not the patient', async () => {
  await allocate({
    patient,
    during: '[2027-05-01T09:50:00Z,2027-05-01T10:40:00Z)',
    visit: '[2027-05-01T10:00:00Z,2027-05-01T10:30:00Z)',
  });

  await allocate({ patient, schedule: otherSchedule, during: '[2027-05-01T10:30:00Z,2027-05-01T11:00:00Z)' });
});

test.each([
  ['empty', '[2027-06-01T10:00:00Z,2027-06-01T10:00:00Z)'],
  ['without an end', '[2027-06-01T10:00:00Z,)'],
  ['that ends at infinity', '[2027-06-01T10:00:00Z,infinity)'],
  ['with an inclusive end', '[2027-06-01T10:00:00Z,2027-06-01T10:30:00Z]'],
  ['with an exclusive start', '(2027-06-01T10:00:00Z,2027-06-01T10:30:00Z)'],
])('a range %s is refused', async (_kind, during) => {
  await expect(allocate({ during })).rejects.toEqual(refusedBy('slot_allocation_during'));
});

test('a reversed range is refused', async () => {
  await expect(allocate({ during: '[2027-06-01T11:00:00Z,2027-06-01T10:00:00Z)' })).rejects.toMatchObject({
    code: '22000',
  });
});

test('a visit outside of the time it keeps busy is refused', async () => {
  await expect(
    allocate({
      patient,
      during: '[2027-06-02T10:00:00Z,2027-06-02T10:30:00Z)',
      visit: '[2027-06-02T10:15:00Z,2027-06-02T10:45:00Z)',
    }),
  ).rejects.toEqual(refusedBy('slot_allocation_visit'));
});

test('a patient without a visit is refused', async () => {
  await expect(
    client.query(
      `insert into appointments.slot_allocation (appointment_id, schedule_id, during, patient_id)
       values (uuidv7(), $1, '[2027-06-03T10:00:00Z,2027-06-03T10:30:00Z)', $2)`,
      [schedule, patient],
    ),
  ).rejects.toEqual(refusedBy('slot_allocation_patient_visits'));
});

test('a hold without an expiry and a booking with one are refused', async () => {
  const during = '[2027-06-04T10:00:00Z,2027-06-04T10:30:00Z)';

  await expect(allocate({ during, status: 'busy_tentative' })).rejects.toEqual(
    refusedBy('slot_allocation_hold_expires'),
  );
  await expect(allocate({ during, expiresAt: '2027-06-04T09:00:00Z' })).rejects.toEqual(
    refusedBy('slot_allocation_hold_expires'),
  );
});
