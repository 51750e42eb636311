import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../../test/kit/subgraph.ts';
import {
  type Appointments,
  ahead,
  doctorOf,
  newPatient,
  nobody,
  type Practice,
  show,
  staffOf,
  startAppointments,
} from '../fixture.ts';
import { bookSeries, inputOf, leftBy, none, weeksAfter, whole } from './fixture.ts';

let appointments: Appointments;
let practice: Practice;
beforeAll(async () => {
  appointments = await startAppointments();
});
afterAll(() => appointments.stop());

test('a series is so many visits at one local time, numbered, each with its event, and the series has one', async () => {
  practice = await appointments.newPractice();
  const start = ahead(3, '09:00');
  const { series, visits, conflicts, codes } = await bookSeries(appointments, newPatient(), practice, {
    start,
    count: 4,
    everyWeeks: 2,
  });
  expect({ conflicts, codes }).toEqual({ conflicts: [], codes: [] });
  expect(series).toMatchObject({ version: 1, startDate: start.slice(0, 10) });
  expect(visits).toMatchObject(
    [0, 2, 4, 6].map((weeks, index) => ({
      start: weeksAfter(start, weeks),
      status: 'BOOKED',
      version: 1,
      seriesNumber: index + 1,
    })),
  );
  expect(await leftBy(appointments, [practice])).toEqual([whole(4)]);
  const { rows } = await sql<{ type: string }>`
    select type, payload from appointments.outbox
    where payload ->> 'doctor' = ${practice.doctor} order by id`.execute(appointments.db);
  expect(rows.map(({ type }) => type)).toEqual(['series.booked', ...Array(4).fill('appointment.booked')]);
});

test.for([
  ['Europe/Madrid', '09:00'],
  ['America/Santiago', '09:00'],
  ['Australia/Lord_Howe', '09:15'],
] as const)('a year of visits in %s starts at one local time, whatever clocks do', async ([timeZone, time]) => {
  const local = await appointments.newPractice({ timeZone });
  const first = Temporal.Now.plainDateISO(timeZone)
    .add({ days: 3 })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  const { visits } = await bookSeries(appointments, newPatient(), local, {
    start: first.toInstant().toString(),
    count: 52,
  });
  const clocks = visits.map(({ start }) => Temporal.Instant.from(start).toZonedDateTimeISO(timeZone));
  expect(clocks.map((clock) => clock.toPlainDateTime().toString())).toEqual(
    Array.from({ length: 52 }, (_, weeks) => first.toPlainDateTime().add({ weeks }).toString()),
  );
  expect(new Set(clocks.map(({ offset }) => offset)).size).toBe(2);
});

test('a local time that clocks skip is a conflict of its visit alone', async () => {
  const timeZone = 'Europe/Madrid';
  const local = await appointments.newPractice({ timeZone, starts: '00:00', ends: '12:00' });
  // 02:30 on the morning in March; the visit before it is two weeks and more from now.
  let change = Temporal.Now.zonedDateTimeISO(timeZone).add({ days: 18 });
  do change = change.getTimeZoneTransition('next') ?? change;
  while (change.offset !== '+02:00');
  const skipped = change.subtract({ nanoseconds: 1 }).toPlainDateTime().round('hour').add({ minutes: 30 });
  const start = skipped.subtract({ weeks: 2 }).toZonedDateTime(timeZone).toInstant().toString();
  const wanted = { start, count: 3 };

  const refused = await bookSeries(appointments, newPatient(), local, wanted);
  const conflicts = [{ number: 3, start: new Date(change.epochMilliseconds).toISOString(), code: 'TIME_SKIPPED' }];
  expect(refused).toMatchObject({ series: null, codes: ['SERIES_CONFLICT'], conflicts });
  expect(await leftBy(appointments, [local])).toEqual([none]);
  const kept = await bookSeries(appointments, newPatient(), local, { ...wanted, conflicts: 'SKIP' });
  expect(kept).toMatchObject({ codes: [], conflicts, visits: [{ seriesNumber: 1 }, { seriesNumber: 2 }] });
});

test('REFUSE books nothing and names every visit that cannot be, with its own reason', async () => {
  practice = await appointments.newPractice();
  const start = ahead(3, '10:00');
  const patient = newPatient();
  const elsewhere = await appointments.newPractice({ clinic: practice.clinic });
  await appointments.book(newPatient(), practice, { start: weeksAfter(start, 1) });
  await appointments.book(patient, elsewhere, { start: weeksAfter(start, 3) });
  await appointments.db
    .insertInto('availability_exception')
    .values({
      schedule_id: practice.schedule,
      kind: 'unavailable',
      during: sql<string>`tstzrange(${weeksAfter(start, 4)}::timestamptz - interval '1 hour', ${weeksAfter(start, 4)}::timestamptz + interval '1 hour')`,
    })
    .execute();
  const answer = await bookSeries(appointments, patient, practice, { start, count: 6 });
  expect(answer).toMatchObject({
    series: null,
    codes: ['SERIES_CONFLICT'],
    conflicts: [
      { number: 2, start: weeksAfter(start, 1), code: 'SLOT_TAKEN' },
      { number: 4, start: weeksAfter(start, 3), code: 'PATIENT_BUSY' },
      { number: 5, start: weeksAfter(start, 4), code: 'IN_EXCEPTION' },
    ],
  });
  expect(await leftBy(appointments, [practice])).toMatchObject([{ appointments: 1, allocations: 1, series: 0 }]);

  const kept = await bookSeries(appointments, patient, practice, { start, count: 6, conflicts: 'SKIP' });
  expect(kept.conflicts).toEqual(answer.conflicts);
  expect(kept.visits.map(({ seriesNumber }) => seriesNumber)).toEqual([1, 3, 6]);
  const free = await bookSeries(appointments, newPatient(), practice, { start, count: 2, conflicts: 'SKIP' });
  expect(free).toMatchObject({ series: null, codes: ['SERIES_CONFLICT'], conflicts: [{ number: 1 }, { number: 2 }] });
});

test('visits beyond the months that are open, or the planning horizon, are conflicts', async () => {
  practice = await appointments.newPractice();
  const wanted = { start: ahead(3, '09:00'), everyWeeks: 12, count: 10, conflicts: 'SKIP' } as const;
  const { visits, conflicts } = await bookSeries(appointments, newPatient(), practice, wanted);
  expect(visits.length + conflicts.length).toBe(10);
  expect(visits.length).toBeGreaterThan(3);
  expect(new Set(conflicts.map(({ code }) => code))).toEqual(new Set(['BEYOND_HORIZON']));
});

test('what holds for all visits alike is one refusal, not a conflict of each', async () => {
  practice = await appointments.newPractice();
  const start = ahead(3, '09:00');
  const other = await appointments.newPractice();
  const mixed = { ...practice, service: other.service };
  expect(await bookSeries(appointments, newPatient(), mixed, { start, count: 3 })).toMatchObject({
    codes: ['SERVICE_NOT_OFFERED'],
    conflicts: [],
  });
  const unknown = { ...practice, doctor: randomUUID() };
  expect(await bookSeries(appointments, newPatient(), unknown, { start, count: 3 })).toMatchObject({
    codes: ['NOT_FOUND'],
    conflicts: [],
  });
  const staff = staffOf(practice.clinic);
  expect(await bookSeries(appointments, staff, practice, { start, count: 3, patient: nobody })).toMatchObject({
    codes: ['NOT_FOUND'],
  });
});

test('patients book for themselves, doctors into their own schedule, staff at their clinic', async () => {
  practice = await appointments.newPractice();
  const start = ahead(3, '09:00');
  const strangers = [viewerOf('DOCTOR', { doctor: randomUUID() }), staffOf(randomUUID()), viewerOf('PARTNER')];
  for (const stranger of strangers) {
    const wanted = { start, count: 2, patient: randomUUID() };
    await expect(bookSeries(appointments, stranger, practice, wanted)).rejects.toThrow('FORBIDDEN');
  }
  const anyone = { start, count: 2 };
  await expect(bookSeries(appointments, viewerOf('ANONYMOUS'), practice, anyone)).rejects.toThrow('UNAUTHENTICATED');
  await expect(bookSeries(appointments, staffOf(practice.clinic), practice, anyone)).rejects.toThrow('input.patient');
});

test('a series is seen by its patient, its doctor, staff of its clinic and admins; to others it is not there', async () => {
  practice = await appointments.newPractice();
  const patient = newPatient();
  const { series, visits } = await bookSeries(appointments, patient, practice, { start: ahead(3, '09:00'), count: 3 });
  const [visit] = visits;
  const query = `query ($id: ID!, $visit: ID!) {
    appointmentSeries(id: $id) { everyWeeks count timeZone startTime appointments(first: 2) { totalCount edges { node { seriesNumber series { id } } } } }
    appointment(id: $visit) { seriesNumber series { id } }
  }`;
  const ask = async (viewer: Parameters<Appointments['execute']>[0]) =>
    (await appointments.execute(viewer, query, { id: series?.id, visit: visit?.id })).data;
  const node = (seriesNumber: number) => ({ node: { seriesNumber, series: { id: series?.id } } });
  for (const viewer of [patient, doctorOf(practice), staffOf(practice.clinic), viewerOf('ADMIN')]) {
    expect(await ask(viewer)).toEqual({
      appointmentSeries: {
        everyWeeks: 1,
        count: 3,
        timeZone: 'UTC',
        startTime: '09:00',
        appointments: { totalCount: 3, edges: [node(1), node(2)] },
      },
      appointment: node(1).node,
    });
  }
  for (const viewer of [newPatient(), viewerOf('DOCTOR', { doctor: randomUUID() }), staffOf(randomUUID())]) {
    expect(await ask(viewer)).toEqual({ appointmentSeries: null, appointment: null });
  }
});

test('a repeated key gets the first outcome, its conflicts too, when the times are free by then', async () => {
  practice = await appointments.newPractice();
  const start = ahead(3, '09:00');
  const patient = newPatient();
  const rival = await appointments.book(newPatient(), practice, { start: weeksAfter(start, 1) });
  const wanted = { start, count: 3, idempotencyKey: randomUUID() };
  const first = await bookSeries(appointments, patient, practice, wanted);
  expect(first).toMatchObject({ codes: ['SERIES_CONFLICT'], conflicts: [{ number: 2, code: 'SLOT_TAKEN' }] });
  await appointments.change(staffOf(practice.clinic), 'cancelAppointment', { appointment: rival });
  expect(await bookSeries(appointments, patient, practice, wanted)).toEqual(first);

  const again = { ...wanted, idempotencyKey: randomUUID() };
  const booked = await bookSeries(appointments, patient, practice, again);
  expect(booked.visits).toHaveLength(3);
  expect(await bookSeries(appointments, patient, practice, again)).toEqual(booked);
  expect(await bookSeries(appointments, patient, practice, { ...again, count: 4 })).toMatchObject({
    codes: ['IDEMPOTENCY_KEY_REUSED'],
  });
});

test('one expired hold in the way is cancelled, one in the way of a skipped visit is left', async () => {
  practice = await appointments.newPractice({ durationMinutes: 60 });
  const start = ahead(3, '09:00');
  const hold = async (at: string) => {
    const id = await appointments.book(newPatient(), practice, { start: at });
    await sql`
      with held as (update appointments.appointment set status = 'pending' where doctor_id = ${practice.doctor} and starts_at = ${at})
      update appointments.slot_allocation set status = 'busy_tentative', expires_at = now() - interval '1 minute'
      where schedule_id = ${practice.schedule} and lower(during) = ${at}`.execute(appointments.db);
    return id;
  };
  const half = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
  const [met, left] = [await hold(start), await hold(half(weeksAfter(start, 1), -30))];
  await appointments.book(newPatient(), practice, { start: half(weeksAfter(start, 1), 30) });
  const { visits } = await bookSeries(appointments, newPatient(), practice, { start, count: 3, conflicts: 'SKIP' });
  expect(visits.map(({ seriesNumber }) => seriesNumber)).toEqual([1, 3]);
  const { data } = await appointments.execute(
    viewerOf('ADMIN'),
    'query ($met: ID!, $left: ID!) { met: appointment(id: $met) { status } left: appointment(id: $left) { status } }',
    { met, left },
  );
  expect(data).toEqual({ met: { status: 'CANCELLED' }, left: { status: 'PENDING' } });
  const { rows } = await sql`
    select count(*)::int as held from appointments.slot_allocation
    where schedule_id = ${practice.schedule} and expires_at is not null`.execute(appointments.db);
  expect(rows).toEqual([{ held: 1 }]);
});

test.for([
  ['a single visit', { recurrence: { count: 1 } }, 'input.recurrence.count'],
  ['too many visits', { recurrence: { count: 53 } }, 'input.recurrence.count'],
  ['visits of every no weeks', { recurrence: { count: 2, everyWeeks: 0 } }, 'input.recurrence.everyWeeks'],
  ['visits of every 13 weeks', { recurrence: { count: 2, everyWeeks: 13 } }, 'input.recurrence.everyWeeks'],
  ['the id of something else', { doctor: toGlobalId('Clinic', randomUUID()) }, 'input.doctor'],
] as const)('%s is refused as bad input, at its path', async ([, wrong, argument]) => {
  practice = await appointments.newPractice();
  const input = { ...inputOf(practice, { start: ahead(3, '09:00'), count: 2 }), ...wrong };
  const { errors } = await appointments.execute(
    newPatient(),
    'mutation ($input: BookAppointmentSeriesInput!) { bookAppointmentSeries(input: $input) { userErrors { code } } }',
    { input },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
});

test('a series sends one statement a visit to win its time, and as many others whatever their number', async () => {
  practice = await appointments.newPractice();
  const sent = async (start: string, count: number, conflicts = 'REFUSE') => {
    const query = `mutation ($input: BookAppointmentSeriesInput!) {
      bookAppointmentSeries(input: $input) { appointmentSeries { id } conflicts { code } userErrors { code } }
    }`;
    const input = { ...inputOf(practice, { start, count }), conflicts };
    const { statements } = await appointments.execute(newPatient(), query, { input });
    return show(`a series of ${count}`, statements);
  };
  // Three lookups; turns, plan, open months, a look; appointments with events, series, places, outbox; the answer.
  expect(await sent(ahead(3, '09:00'), 2)).toBe(12 + 2);
  expect(await sent(ahead(3, '10:00'), 52)).toBe(12 + 52);
  // One that is refused tries none.
  expect(await sent(ahead(3, '10:00'), 52)).toBe(7);
});
