import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Appointments, ahead, newPatient, type Practice, startAppointments, tally } from './fixture.ts';

let appointments: Appointments;
beforeAll(async () => {
  appointments = await startAppointments();
});
afterAll(() => appointments.stop());

/** Everybody at once, each another patient. */
function race(practice: Practice, starts: readonly string[]): Promise<string[]> {
  return Promise.all(starts.map((start) => appointments.book(newPatient(), practice, { start })));
}

/** What the winners left: as many appointments, events and outbox rows as allocations, and no two times overlap. */
async function whatIsThere({ schedule, doctor }: Practice) {
  const { rows } = await sql<Record<string, number | boolean>>`
    select
      (select count(*) from appointments.slot_allocation where schedule_id = ${schedule}) as allocations,
      (select count(*) from appointments.appointment where doctor_id = ${doctor}) as appointments,
      (select count(*) from appointments.appointment_event where doctor_id = ${doctor}) as events,
      (select count(*) from appointments.outbox where payload ->> 'doctor' = ${doctor}) as outbox,
      exists (
        select from appointments.appointment a join appointments.appointment b
          on a.id < b.id and a.doctor_id = b.doctor_id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
        where a.doctor_id = ${doctor}
      ) as overlap`.execute(appointments.db);
  return rows[0];
}

const one = { allocations: 1, appointments: 1, events: 1, outbox: 1, overlap: false };

test('of 200 clients who race for one time, 1 books it and 199 are told that it is taken', async () => {
  const practice = await appointments.newPractice();
  const outcomes = await race(
    practice,
    Array.from({ length: 200 }, () => ahead(3, '09:00')),
  );
  expect(tally(outcomes)).toEqual({ booked: 1, SLOT_TAKEN: 199 });
  expect(await whatIsThere(practice)).toEqual(one);
});

test('of 200 who race for overlapping visits on both sides of a month boundary, 1 wins', async () => {
  const practice = await appointments.newPractice({ timeZone: 'America/New_York', durationMinutes: 60 });
  const month = Temporal.Now.plainDateISO('UTC').toPlainYearMonth().add({ months: 2 });
  const boundary = Temporal.Instant.from(`${month.toString()}-01T00:00:00Z`);
  // 00:00 UTC is early in the evening in New York: the visits lie in two partitions and overlap by half an hour.
  const starts = [boundary.subtract({ minutes: 30 }), boundary].map((instant) => instant.toString());
  const outcomes = await race(
    practice,
    Array.from({ length: 200 }, (_, index) => starts[index % 2] ?? ''),
  );
  expect(tally(outcomes)).toEqual({ booked: 1, SLOT_TAKEN: 199 });
  expect(await whatIsThere(practice)).toEqual(one);
});

test.for([
  ['spring', 1],
  ['autumn', -1],
] as const)('of 200 who race over the hour that clocks change in %s, 1 wins', async ([, gains]) => {
  const zone = 'Europe/Madrid';
  const practice = await appointments.newPractice({
    timeZone: zone,
    starts: '00:00',
    ends: '06:00',
    durationMinutes: 60,
  });
  const change = nextChange(zone, gains);
  const starts = [45, 15].map((minutes) => change.subtract({ minutes }).toString());
  const outcomes = await race(
    practice,
    Array.from({ length: 200 }, (_, index) => starts[index % 2] ?? ''),
  );
  expect(tally(outcomes)).toEqual({ booked: 1, SLOT_TAKEN: 199 });
  expect(await whatIsThere(practice)).toEqual(one);
});

/** @param gains 1 where clocks go forward, -1 where they go back */
function nextChange(zone: string, gains: number): Temporal.Instant {
  let at = Temporal.Now.zonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null) throw new Error(`${zone} changes no clocks`);
    const before = next.subtract({ nanoseconds: 1 });
    if (Math.sign(next.offsetNanoseconds - before.offsetNanoseconds) === gains) return next.toInstant();
    at = next;
  }
}

test('winners of overlapping times that are not equal never overlap, and buffers count', async () => {
  const practice = await appointments.newPractice({ durationMinutes: 30, bufferMinutes: 15 });
  const starts = Array.from({ length: 200 }, (_, index) =>
    ahead(4, `1${index % 2}:${['00', '15', '30', '45'][index % 4]}`),
  );
  const outcomes = await race(practice, starts);
  const { booked = 0, SLOT_TAKEN: taken = 0 } = tally(outcomes);
  expect(booked + taken).toBe(200);
  expect(await whatIsThere(practice)).toEqual({
    allocations: booked,
    appointments: booked,
    events: booked,
    outbox: booked,
    overlap: false,
  });
  const { rows } = await sql<{ gap: number }>`
    select extract(epoch from starts_at - lag(ends_at) over (order by starts_at))::int / 60 as gap
    from appointments.appointment where doctor_id = ${practice.doctor} order by starts_at`.execute(appointments.db);
  expect(rows.slice(1).every(({ gap }) => gap >= 15)).toBe(true);
});

test('a patient whom 50 doctors could see at the same time sees one of them', async () => {
  const patient = newPatient();
  const practices = await Promise.all(Array.from({ length: 50 }, () => appointments.newPractice()));
  const outcomes = await Promise.all(
    practices.map((practice) => appointments.book(patient, practice, { start: ahead(3, '09:00') })),
  );
  expect(tally(outcomes)).toEqual({ booked: 1, PATIENT_BUSY: 49 });
});

test('50 clients with one idempotency key get one and the same appointment', async () => {
  const practice = await appointments.newPractice();
  const patient = newPatient();
  const idempotencyKey = randomUUID();
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () =>
      appointments.book(patient, practice, { start: ahead(3, '09:00'), idempotencyKey }),
    ),
  );
  expect(new Set(outcomes).size).toBe(1);
  expect(outcomes[0]).toMatch(/^appointment_/);
  expect(await whatIsThere(practice)).toEqual(one);
  expect(await appointments.book(patient, practice, { start: ahead(3, '10:00'), idempotencyKey })).toBe(
    'IDEMPOTENCY_KEY_REUSED',
  );
});
