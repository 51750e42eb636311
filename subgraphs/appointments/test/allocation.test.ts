import { randomUUID } from 'node:crypto';
import { inTransaction } from '@consulta/platform/postgres/transaction';
import { UserError } from '@consulta/platform/user-error';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allocate, noOverrides, type Overrides } from '../src/booking/allocate.ts';
import type { Allocation } from '../src/booking/allocation-queries.ts';
import { addMinutes, type Period } from '../src/booking/period.ts';
import type { Database } from '../src/generated/database.ts';
import { type Appointments, startAppointments, tally } from './fixture.ts';

let appointments: Appointments;
let db: Kysely<Database>;
beforeAll(async () => {
  appointments = await startAppointments();
  db = appointments.db;
});
afterAll(() => appointments.stop());

async function newSchedule(): Promise<string> {
  const { id } = await db
    .insertInto('schedule')
    .values({ doctor_id: randomUUID(), time_zone: 'Europe/Madrid' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function visit(start: string, minutes = 30): Period {
  return { start: new Date(start), end: addMinutes(new Date(start), minutes) };
}

function allocation(schedule: string, period: Period, patient: string = randomUUID()): Allocation {
  return {
    appointment: randomUUID(),
    schedule,
    during: period,
    patient: { id: patient, visit: period },
    expiresAt: null,
  };
}

/** `booked` or the code of the refusal. */
async function attempt(allocations: readonly Allocation[], overrides: Overrides = noOverrides): Promise<string> {
  try {
    await inTransaction(db, (transaction) => allocate(transaction, allocations, overrides));
    return 'booked';
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

test('of 200 who race for one time, one gets it and 199 learn that it is taken', async () => {
  const schedule = await newSchedule();
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, () => attempt([allocation(schedule, visit('2030-05-06T09:00:00Z'))])),
  );
  expect(tally(outcomes)).toEqual({ booked: 1, SLOT_TAKEN: 199 });
});

test('of 200 who race for overlapping times that are not equal, those who win do not overlap', async () => {
  const schedule = await newSchedule();
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      attempt([allocation(schedule, visit(`2030-05-06T09:${String((index % 4) * 15).padStart(2, '0')}:00Z`, 45))]),
    ),
  );
  const { rows } = await sql<{ free: boolean }>`
    select not exists (
      select from appointments.slot_allocation a join appointments.slot_allocation b
        on a.schedule_id = b.schedule_id and a.appointment_id < b.appointment_id and a.during && b.during
      where a.schedule_id = ${schedule}
    ) as free`.execute(db);
  expect(rows).toEqual([{ free: true }]);
  expect(Object.keys(tally(outcomes)).sort()).toEqual(['SLOT_TAKEN', 'booked']);
});

test('one patient whom 50 doctors want at the same time sees one of them', async () => {
  const patient = randomUUID();
  const schedules = await Promise.all(Array.from({ length: 50 }, newSchedule));
  const outcomes = await Promise.all(
    schedules.map((schedule) => attempt([allocation(schedule, visit('2030-05-06T09:00:00Z'), patient)])),
  );
  expect(tally(outcomes)).toEqual({ booked: 1, PATIENT_BUSY: 49 });
});

test('bookings that take the same two schedules in opposite orders never deadlock', async () => {
  const [a, b] = [await newSchedule(), await newSchedule()];
  const second = (schedule: string, appointment: string): Allocation => ({
    appointment,
    schedule,
    during: visit('2030-05-06T09:00:00Z'),
    patient: null,
    expiresAt: null,
  });
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, index) => {
      const appointment = randomUUID();
      const both = [second(a, appointment), second(b, appointment)];
      return attempt(index % 2 === 0 ? both : both.toReversed());
    }),
  );
  expect(tally(outcomes)).toEqual({ booked: 1, SLOT_TAKEN: 39 });
});

test('a deadlock that another order of inserts brings about is run again, and both end', async () => {
  const [a, b] = [await newSchedule(), await newSchedule()];
  const periods = visit('2030-05-06T09:00:00Z');
  let deadlocks = 0;
  const meeting = Promise.withResolvers<void>();
  let arrived = 0;
  const inThisOrder = (first: string, then: string) => {
    let runs = 0;
    return inTransaction(db, async (transaction) => {
      runs += 1;
      if (runs > 1) deadlocks += 1;
      await allocate(transaction, [allocation(first, periods)]);
      arrived += 1;
      if (arrived === 2) meeting.resolve();
      await meeting.promise;
      await allocate(transaction, [allocation(then, periods)]);
    }).then(
      () => 'booked',
      (error: unknown) => (error instanceof UserError ? error.code : String(error)),
    );
  };
  const outcomes = await Promise.all([inThisOrder(a, b), inThisOrder(b, a)]);
  expect(deadlocks).toBe(1);
  expect(tally(outcomes)).toEqual({ booked: 1, SLOT_TAKEN: 1 });
});

test('a hold that ran out gives way to 50 who want its time, and one of them gets it', async () => {
  const schedule = await newSchedule();
  const period = visit('2030-05-06T09:00:00Z');
  const hold = { ...allocation(schedule, period), expiresAt: new Date(Date.now() - 1_000) };
  expect(await attempt([hold])).toBe('booked');
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => attempt([allocation(schedule, period)])));
  expect(tally(outcomes)).toEqual({ booked: 1, SLOT_TAKEN: 49 });
});

test('a hold that still runs is as good as a booking', async () => {
  const schedule = await newSchedule();
  const period = visit('2030-05-06T09:00:00Z');
  expect(await attempt([{ ...allocation(schedule, period), expiresAt: new Date(Date.now() + 60_000) }])).toBe('booked');
  expect(await attempt([allocation(schedule, period)])).toBe('SLOT_TAKEN');
});

test('overbooking takes the lowest free lane and stops at the highest that the schedule permits', async () => {
  const schedule = await newSchedule();
  const overbook = { overbookUpTo: 2, patientConflict: false };
  const period = visit('2030-05-06T09:00:00Z');
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => attempt([allocation(schedule, period)], overbook)),
  );
  expect(tally(outcomes)).toEqual({ booked: 3, SLOT_TAKEN: 17 });
  const lanes = await db
    .selectFrom('slot_allocation')
    .select('lane')
    .where('schedule_id', '=', schedule)
    .orderBy('lane')
    .execute();
  expect(lanes.map(({ lane }) => lane)).toEqual([0, 1, 2]);
});

test('an appointment may move onto part of its own time', async () => {
  const schedule = await newSchedule();
  const first = allocation(schedule, visit('2030-05-06T09:00:00Z', 60));
  expect(await attempt([first])).toBe('booked');
  const moved = visit('2030-05-06T09:30:00Z', 60);
  expect(await attempt([{ ...first, during: moved, patient: { id: first.patient?.id ?? '', visit: moved } }])).toBe(
    'booked',
  );
  expect(await attempt([allocation(schedule, visit('2030-05-06T09:00:00Z', 30))])).toBe('booked');
});
