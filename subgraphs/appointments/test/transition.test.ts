import { parseGlobalId, toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import { type Status, statuses } from '../src/appointment/status.ts';
import {
  type Appointments,
  ahead,
  doctorOf,
  newPatient,
  type Practice,
  staffOf,
  startAppointments,
  tally,
} from './fixture.ts';

let appointments: Appointments;
let practice: Practice;
let staff: Viewer;
beforeAll(async () => {
  appointments = await startAppointments();
  practice = await appointments.newPractice();
  staff = staffOf(practice.clinic);
});
afterAll(() => appointments.stop());

let days = 2;
/** Of a day nobody else uses. */
function nextStart(): string {
  days += 1;
  return ahead(days, '09:00');
}
const uuidOf = (id: string) => parseGlobalId(id)?.uuid ?? '';
const bookOne = (patient = newPatient(), start = nextStart()) => appointments.book(patient, practice, { start });
const change = (viewer: Viewer, mutation: string, appointment: string, more: Record<string, unknown> = {}) =>
  appointments.change(viewer, mutation, { appointment, ...more });

const mutations: readonly (readonly [string, Status])[] = [
  ['markAppointmentArrived', 'arrived'],
  ['checkInAppointment', 'checked_in'],
  ['fulfilAppointment', 'fulfilled'],
  ['markAppointmentNoShow', 'no_show'],
  ['cancelAppointment', 'cancelled'],
  ['markAppointmentEnteredInError', 'entered_in_error'],
];
const allowed: Readonly<Record<Status, readonly Status[]>> = {
  pending: ['cancelled', 'entered_in_error'],
  booked: ['arrived', 'checked_in', 'no_show', 'cancelled', 'entered_in_error'],
  arrived: ['checked_in', 'fulfilled', 'cancelled', 'entered_in_error'],
  checked_in: ['fulfilled', 'cancelled', 'entered_in_error'],
  no_show: ['entered_in_error'],
  fulfilled: ['entered_in_error'],
  cancelled: ['entered_in_error'],
  entered_in_error: [],
};

test.for(statuses)('from %s only what the table allows can follow', async (status) => {
  const start = nextStart();
  for (const [mutation, next] of mutations) {
    const id = await bookOne(newPatient(), start);
    await sql`update appointments.appointment set status = ${status} where id = ${uuidOf(id)}`.execute(appointments.db);
    const outcome = await change(staff, mutation, id);
    expect([mutation, outcome]).toEqual([
      mutation,
      allowed[status].includes(next) ? next.toUpperCase() : 'ILLEGAL_TRANSITION',
    ]);
    await sql`delete from appointments.slot_allocation where appointment_id = ${uuidOf(id)}`.execute(appointments.db);
  }
});

test('cancelling, no-show and entered in error give the time back at once; arriving does not', async () => {
  for (const mutation of ['cancelAppointment', 'markAppointmentNoShow', 'markAppointmentEnteredInError']) {
    const start = nextStart();
    const id = await bookOne(newPatient(), start);
    expect(await bookOne(newPatient(), start)).toBe('SLOT_TAKEN');
    await change(staff, mutation, id);
    expect(await bookOne(newPatient(), start)).toMatch(/^appointment_/);
  }
  const start = nextStart();
  await change(staff, 'markAppointmentArrived', await bookOne(newPatient(), start));
  expect(await bookOne(newPatient(), start)).toBe('SLOT_TAKEN');
});

test('cancel and check-in that race with the version they read: one is done, the other told of the conflict', async () => {
  for (let round = 0; round < 10; round += 1) {
    const id = await bookOne();
    const outcomes = await Promise.all([
      change(staff, 'cancelAppointment', id, { expectedVersion: 1 }),
      change(staff, 'checkInAppointment', id, { expectedVersion: 1 }),
      change(staff, 'cancelAppointment', id, { expectedVersion: 1 }),
      change(staff, 'checkInAppointment', id, { expectedVersion: 1 }),
    ]);
    const { VERSION_CONFLICT: lost, ...won } = tally(outcomes);
    expect(lost).toBe(3);
    expect(Object.values(won)).toEqual([1]);
  }
});

test('cancel and check-in that race without a version are judged one after the other', async () => {
  for (let round = 0; round < 10; round += 1) {
    const id = await bookOne();
    const [cancelled, checkedIn] = await Promise.all([
      change(staff, 'cancelAppointment', id),
      change(staff, 'checkInAppointment', id),
    ]);
    expect(cancelled).toBe('CANCELLED');
    // An answer tells what the appointment is by then: the cancellation may have come in between.
    expect(['CHECKED_IN', 'CANCELLED', 'ILLEGAL_TRANSITION']).toContain(checkedIn);
  }
});

test('reschedule and cancel that race leave either a moved and cancelled appointment or one that did not move', async () => {
  for (let round = 0; round < 10; round += 1) {
    const start = nextStart();
    const id = await bookOne(newPatient(), start);
    const [moved, cancelled] = await Promise.all([
      change(staff, 'rescheduleAppointment', id, { start: start.replace('T09', 'T15') }),
      change(staff, 'cancelAppointment', id),
    ]);
    expect(cancelled).toBe('CANCELLED');
    expect(['BOOKED', 'CANCELLED', 'ILLEGAL_TRANSITION', 'VERSION_CONFLICT']).toContain(moved);
    const { rows } = await sql`select from appointments.slot_allocation where appointment_id = ${uuidOf(id)}`.execute(
      appointments.db,
    );
    expect(rows).toHaveLength(0);
  }
});

test('50 changes that race leave a history without gaps', async () => {
  const id = await bookOne();
  const start = nextStart();
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      change(staff, 'rescheduleAppointment', id, { start: start.replace('T09', `T${10 + (index % 8)}`) }),
    ),
  );
  const { BOOKED: moved = 0, VERSION_CONFLICT: lost = 0 } = tally(outcomes);
  expect(moved + lost).toBe(50);
  const { rows } = await sql<{ seq: number; version: number; outbox: number }>`
    select seq, version, (
      select count(*) from appointments.outbox where aggregate_id = appointment_id and outbox.version = event.version
    ) as outbox
    from appointments.appointment_event event where appointment_id = ${uuidOf(id)} order by seq`.execute(
    appointments.db,
  );
  expect(rows).toEqual(
    Array.from({ length: moved + 1 }, (_, index) => ({ seq: index + 1, version: index + 1, outbox: 1 })),
  );
});

test('a moved appointment keeps its id, changes its partition, frees its old time and remembers it', async () => {
  const start = ahead(5, '18:00');
  const patient = newPatient();
  const id = await bookOne(patient, start);
  const later = ahead(45, '18:00');
  expect(await change(patient, 'rescheduleAppointment', id, { start: later })).toBe('BOOKED');
  expect(await bookOne(newPatient(), start)).toMatch(/^appointment_/);
  expect(await bookOne(newPatient(), later)).toBe('SLOT_TAKEN');
  const { data } = await appointments.execute(
    patient,
    `query ($id: ID!) {
      appointment(id: $id) {
        start version
        events { totalCount edges { node { number type fromStatus toStatus start previousStart actorRole overrides } } }
      }
    }`,
    { id },
  );
  expect(data).toMatchObject({
    appointment: {
      start: later,
      version: 2,
      events: {
        totalCount: 2,
        edges: [
          { node: { number: 1, type: 'BOOKED', fromStatus: null, toStatus: 'BOOKED', start, previousStart: null } },
          { node: { number: 2, type: 'RESCHEDULED', start: later, previousStart: start, actorRole: 'PATIENT' } },
        ],
      },
    },
  });
});

test('an appointment that moves to a colleague frees the time of the doctor it leaves', async () => {
  const colleague = await appointments.newPractice({ clinic: practice.clinic });
  const start = nextStart();
  const id = await bookOne(newPatient(), start);
  const { rows } = await sql<{ id: string }>`
    update appointments.doctor_directory set specialization_ids = specialization_ids || (
      select specialization_ids from appointments.doctor_directory where doctor_id = ${practice.doctor}
    ) where doctor_id = ${colleague.doctor} returning doctor_id as id`.execute(appointments.db);
  expect(rows).toHaveLength(1);
  const doctor = toGlobalId('Doctor', colleague.doctor);
  expect(await change(doctorOf(colleague), 'rescheduleAppointment', id, { start, doctor })).toBe('NOT_FOUND');
  expect(await change(staff, 'rescheduleAppointment', id, { start, doctor })).toBe('BOOKED');
  expect(await bookOne(newPatient(), start)).toMatch(/^appointment_/);
  expect(await appointments.book(newPatient(), colleague, { start })).toBe('SLOT_TAKEN');
  const outbox = await sql<{ payload: unknown }>`
    select payload from appointments.outbox where aggregate_id = ${uuidOf(id)} and version = 2`.execute(
    appointments.db,
  );
  expect(outbox.rows[0]?.payload).toMatchObject({
    doctor: colleague.doctor,
    from: 'booked',
    previous: { doctor: practice.doctor, clinic: practice.clinic },
  });
});

test('a no-show who comes after all must win the time again', async () => {
  const start = nextStart();
  const id = await bookOne(newPatient(), start);
  await change(staff, 'markAppointmentNoShow', id);
  const rival = await bookOne(newPatient(), start);
  expect(await change(staff, 'reviveAppointment', id)).toBe('SLOT_TAKEN');
  await change(staff, 'cancelAppointment', rival);
  const outcomes = await Promise.all([change(staff, 'reviveAppointment', id), bookOne(newPatient(), start)]);
  expect(tally(outcomes)['SLOT_TAKEN']).toBe(1);
});

test('a no-show who comes hours too late has to book again', async () => {
  let now = new Date();
  await using clock = await startAppointments(() => now);
  const place = await clock.newPractice();
  const start = ahead(3, '09:00');
  const id = await clock.book(newPatient(), place, { start });
  await clock.change(staffOf(place.clinic), 'markAppointmentNoShow', { appointment: id });
  now = new Date(ahead(3, '11:01'));
  expect(await clock.change(staffOf(place.clinic), 'reviveAppointment', { appointment: id })).toBe('TOO_LATE');
  now = new Date(ahead(3, '10:59'));
  expect(await clock.change(staffOf(place.clinic), 'reviveAppointment', { appointment: id })).toBe('ARRIVED');
});

test('patients cancel and move until the visit begins, the clinic also later', async () => {
  let now = new Date();
  await using clock = await startAppointments(() => now);
  const place = await clock.newPractice();
  const patient = newPatient();
  const appointment = await clock.book(patient, place, { start: ahead(3, '09:00') });
  now = new Date(ahead(3, '09:00'));
  expect(await clock.change(patient, 'cancelAppointment', { appointment })).toBe('TOO_LATE');
  expect(await clock.change(patient, 'rescheduleAppointment', { appointment, start: ahead(4, '09:00') })).toBe(
    'TOO_LATE',
  );
  expect(await clock.change(staffOf(place.clinic), 'cancelAppointment', { appointment })).toBe('CANCELLED');
});

test('what is not yours does not exist', async () => {
  const id = await bookOne();
  const strangers = [newPatient(), viewerOf('DOCTOR', { doctor: crypto.randomUUID() }), staffOf(crypto.randomUUID())];
  for (const stranger of strangers) {
    expect(await change(stranger, 'cancelAppointment', id)).toBe('NOT_FOUND');
  }
});

test('each role changes what it may, and is refused otherwise without a look at the appointment', async () => {
  const patient = newPatient();
  const id = await bookOne(patient);
  const refusal = (viewer: Viewer, mutation: string) =>
    change(viewer, mutation, id).catch((error: Error) => JSON.parse(error.message)[0].extensions.code as string);
  expect(await refusal(patient, 'markAppointmentArrived')).toBe('FORBIDDEN');
  expect(await refusal(patient, 'markAppointmentEnteredInError')).toBe('FORBIDDEN');
  expect(await refusal(doctorOf(practice), 'markAppointmentEnteredInError')).toBe('FORBIDDEN');
  expect(await refusal(viewerOf('PARTNER'), 'cancelAppointment')).toBe('FORBIDDEN');
  expect(await refusal(viewerOf('ANONYMOUS'), 'cancelAppointment')).toBe('UNAUTHENTICATED');
  expect(await change(doctorOf(practice), 'markAppointmentArrived', id)).toBe('ARRIVED');
  expect(await change(viewerOf('SYSTEM'), 'checkInAppointment', id)).toBe('CHECKED_IN');
  expect(await change(viewerOf('ADMIN'), 'fulfilAppointment', id)).toBe('FULFILLED');
});

test('two mutations of one appointment in one operation each answer with what they left', async () => {
  const id = await bookOne();
  const { data } = await appointments.execute(
    staff,
    `mutation ($input: MarkAppointmentArrivedInput!, $next: CheckInAppointmentInput!) {
      arrive: markAppointmentArrived(input: $input) { appointment { status events { totalCount } } }
      checkIn: checkInAppointment(input: $next) { appointment { status events { totalCount } } }
    }`,
    { input: { appointment: id }, next: { appointment: id } },
  );
  expect(data).toEqual({
    arrive: { appointment: { status: 'ARRIVED', events: { totalCount: 2 } } },
    checkIn: { appointment: { status: 'CHECKED_IN', events: { totalCount: 3 } } },
  });
});
