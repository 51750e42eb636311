import { randomUUID } from 'node:crypto';
import { parseGlobalId, toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
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
} from './fixture.ts';

let appointments: Appointments;
let practice: Practice;
beforeAll(async () => {
  appointments = await startAppointments();
  practice = await appointments.newPractice({ maxOverbooking: 2 });
});
afterAll(() => appointments.stop());

const uuidOf = (id: string) => parseGlobalId(id)?.uuid ?? '';
const book = (viewer: Viewer, start: string, more: Partial<Parameters<Appointments['book']>[2]> = {}) =>
  appointments.book(viewer, practice, { start, ...more });
const overridesOf = async (viewer: Viewer, id: string) => {
  const { data } = await appointments.execute<{ appointment: { events: { edges: { node: unknown }[] } } }>(
    viewer,
    'query ($id: ID!) { appointment(id: $id) { events { edges { node { overrides } } } } }',
    { id },
  );
  return data.appointment.events.edges.map(({ node }) => node);
};

test('patients book for themselves, doctors into their own schedule, staff at their clinic', async () => {
  const patient = randomUUID();
  expect(await book(newPatient(), ahead(3, '08:00'))).toMatch(/^appointment_/);
  expect(await book(doctorOf(practice), ahead(3, '09:00'), { patient })).toMatch(/^appointment_/);
  expect(await book(staffOf(practice.clinic), ahead(3, '10:00'), { patient })).toMatch(/^appointment_/);
  expect(await book(viewerOf('ADMIN'), ahead(3, '11:00'), { patient })).toMatch(/^appointment_/);
  const strangers = [
    viewerOf('DOCTOR', { doctor: randomUUID() }),
    staffOf(randomUUID()),
    newPatient(),
    viewerOf('PARTNER'),
    viewerOf('SYSTEM'),
  ];
  for (const stranger of strangers) {
    await expect(book(stranger, ahead(3, '12:00'), { patient })).rejects.toThrow('FORBIDDEN');
  }
  await expect(book(viewerOf('ANONYMOUS'), ahead(3, '12:00'), { patient })).rejects.toThrow('UNAUTHENTICATED');
  await expect(book(staffOf(practice.clinic), ahead(3, '12:00'))).rejects.toThrow('input.patient');
  expect(await book(staffOf(practice.clinic), ahead(3, '12:00'), { patient: nobody })).toBe('NOT_FOUND');
});

test('a visit off the grid, outside the rules, too soon or too far ahead is refused with the reason', async () => {
  const patient = newPatient();
  expect(await book(patient, ahead(3, '09:07'))).toBe('OFF_GRID');
  expect(await book(patient, ahead(3, '23:00'))).toBe('OUTSIDE_AVAILABILITY');
  expect(await book(patient, ahead(3, '21:45'))).toBe('OUTSIDE_AVAILABILITY');
  expect(await book(patient, ahead(-1, '09:00'))).toBe('TOO_SOON');
  expect(await book(patient, ahead(800, '09:00'))).toBe('BEYOND_HORIZON');
});

test('a month that is not open yet is beyond the horizon, whatever the schedule plans', async () => {
  expect(await book(newPatient(), ahead(700, '09:00'))).toBe('BEYOND_HORIZON');
  const id = await book(newPatient(), ahead(6, '09:00'));
  const start = ahead(700, '09:00');
  expect(await appointments.change(staffOf(practice.clinic), 'rescheduleAppointment', { appointment: id, start })).toBe(
    'BEYOND_HORIZON',
  );
});

test('staff overbook as far as the schedule permits, and the event keeps that they did', async () => {
  const staff = staffOf(practice.clinic);
  const start = ahead(7, '09:00');
  const overbook = () => book(staff, start, { patient: randomUUID(), overbook: true });
  expect(await book(newPatient(), start)).toMatch(/^appointment_/);
  const first = await overbook();
  expect(await overbook()).toMatch(/^appointment_/);
  expect(await overbook()).toBe('SLOT_TAKEN');
  expect(await overridesOf(staff, first)).toEqual([{ overrides: ['OVERBOOKED'] }]);
  await expect(book(newPatient(), start, { overbook: true })).rejects.toThrow('FORBIDDEN');
  await expect(book(doctorOf(practice), start, { overbook: true })).rejects.toThrow('FORBIDDEN');
});

test('staff book a patient who is expected elsewhere; the patient is not told what was overruled', async () => {
  const other = await appointments.newPractice({ clinic: practice.clinic });
  const staff = staffOf(practice.clinic);
  const patient = newPatient();
  const start = ahead(8, '09:00');
  const forPatient = { start, patient: patient.patient ?? '' };
  await appointments.book(patient, other, { start });
  expect(await book(staff, start, forPatient)).toBe('PATIENT_BUSY');
  const id = await book(staff, start, { ...forPatient, overridePatientConflict: true });
  expect(await overridesOf(staff, id)).toEqual([{ overrides: ['PATIENT_CONFLICT'] }]);
  expect(await overridesOf(patient, id)).toEqual([{ overrides: [] }]);
});

test('an override that was not needed is not kept', async () => {
  const staff = staffOf(practice.clinic);
  const more = { patient: randomUUID(), overbook: true, overridePatientConflict: true };
  expect(await overridesOf(staff, await book(staff, ahead(9, '09:00'), more))).toEqual([{ overrides: [] }]);
});

/** A hold as it lies in the tables, and when it runs out. */
async function hold(start: string, expiresAt: Date): Promise<string> {
  const id = randomUUID();
  const end = new Date(Date.parse(start) + 30 * 60_000);
  const patient = randomUUID();
  await sql`
    with held as (
      insert into appointments.appointment
        (id, starts_at, ends_at, schedule_id, doctor_id, patient_id, clinic_id, service_id, modality, status, created_by)
      values (${id}, ${start}, ${end}, ${practice.schedule}, ${practice.doctor}, ${patient}, ${practice.clinic},
        ${practice.service}, 'in_person', 'pending', ${randomUUID()})
    ), event as (
      insert into appointments.appointment_event
        (appointment_id, seq, version, type, status_to, doctor_id, patient_id, clinic_id, starts_at, ends_at, actor_role)
      values (${id}, 1, 1, 'held', 'pending', ${practice.doctor}, ${patient}, ${practice.clinic}, ${start}, ${end}, 'PATIENT')
    )
    insert into appointments.slot_allocation
      (appointment_id, schedule_id, during, patient_id, visit, status, expires_at)
    values (${id}, ${practice.schedule}, tstzrange(${start}, ${end}), ${patient}, tstzrange(${start}, ${end}),
      'busy_tentative', ${expiresAt})`.execute(appointments.db);
  return id;
}

test('a hold that ran out is cancelled by who takes its time, with event and outbox row', async () => {
  const start = ahead(10, '09:00');
  const held = await hold(start, new Date(Date.now() - 1_000));
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => book(newPatient(), start)));
  expect(outcomes.filter((outcome) => outcome !== 'SLOT_TAKEN')).toHaveLength(1);
  const { rows } = await sql`
    select appointment.status, appointment.version, event.seq, event.type, event.status_from, event.actor_role, outbox.payload
    from appointments.appointment
    join appointments.appointment_event event on event.appointment_id = appointment.id
    left join appointments.outbox on outbox.aggregate_id = appointment.id and outbox.version = event.version
    where appointment.id = ${held} order by event.seq`.execute(appointments.db);
  expect(rows).toMatchObject([
    { status: 'lapsed', version: 2, seq: 1, type: 'held' },
    { seq: 2, type: 'expired', status_from: 'pending', actor_role: 'SYSTEM', payload: { from: 'pending', seq: 2 } },
  ]);
});

test('a booking that is refused leaves the expired hold it met as it was', async () => {
  const start = ahead(11, '09:00');
  const held = await hold(start, new Date(Date.now() - 1_000));
  await book(newPatient(), ahead(11, '09:30'));
  const lasting = (minutes: number) =>
    sql`update appointments.bookable_service set duration_minutes = ${minutes} where service_id = ${practice.service}`;
  await lasting(60).execute(appointments.db);
  expect(await book(newPatient(), start)).toBe('SLOT_TAKEN');
  await lasting(30).execute(appointments.db);
  const { rows } = await sql`
    select status from appointments.slot_allocation where appointment_id = ${held}`.execute(appointments.db);
  expect(rows).toEqual([{ status: 'busy_tentative' }]);
});

test('a hold that still runs keeps its time', async () => {
  const start = ahead(12, '09:00');
  await hold(start, new Date(Date.now() + 60_000));
  expect(await book(newPatient(), start)).toBe('SLOT_TAKEN');
});

test('a refusal is an outcome too: the same key gets it again when the time is free', async () => {
  const start = ahead(13, '09:00');
  const first = await book(newPatient(), start);
  const patient = newPatient();
  const idempotencyKey = randomUUID();
  expect(await book(patient, start, { idempotencyKey })).toBe('SLOT_TAKEN');
  await appointments.change(staffOf(practice.clinic), 'cancelAppointment', { appointment: first });
  expect(await book(patient, start, { idempotencyKey })).toBe('SLOT_TAKEN');
  expect(await book(patient, start)).toMatch(/^appointment_/);
});

test('the outbox tells ids, never why somebody comes', async () => {
  const id = await book(newPatient(), ahead(14, '09:00'), { reason: 'a cough that does not go away' });
  const { rows } = await sql<{ type: string; payload: Record<string, unknown> }>`
    select type, payload from appointments.outbox where aggregate_id = ${uuidOf(id)}`.execute(appointments.db);
  expect(rows.map(({ type }) => type)).toEqual(['appointment.booked']);
  expect(Object.keys(rows[0]?.payload ?? {}).sort()).toEqual([
    'clinic',
    'doctor',
    'from',
    'patient',
    'seq',
    'status',
    'voids',
  ]);
  expect(JSON.stringify(rows)).not.toContain('cough');
});

test.for([
  ['a doctor that is none', { doctor: 'doctor_1' }, 'input.doctor'],
  ['the id of something else', { doctor: toGlobalId('Clinic', randomUUID()) }, 'input.doctor'],
  ['a start that is no instant', { start: '2027-02-30T09:00:00Z' }, 'input.start'],
  ['a start without an offset', { start: '2027-02-03T09:00:00' }, 'input.start'],
  ['a reason without text', { reason: ' ' }, 'input.reason'],
  ['a reason that goes on and on', { reason: 'x'.repeat(2_001) }, 'input.reason'],
  ['a way to meet that there is not', { modality: 'TELEPATHY' }, 'input.modality'],
  ['an idempotency key of any length', { idempotencyKey: 'x'.repeat(256) }, 'input.idempotencyKey'],
] as const)('%s is refused as bad input, at its path', async ([, wrong, argument]) => {
  const { errors } = await appointments.execute(
    newPatient(),
    'mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { userErrors { code } } }',
    {
      input: {
        doctor: toGlobalId('Doctor', practice.doctor),
        clinic: toGlobalId('Clinic', practice.clinic),
        service: toGlobalId('HealthcareService', practice.service),
        start: ahead(15, '09:00'),
        modality: 'VIDEO',
        ...wrong,
      },
    },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
});

test('what the directory does not know cannot be booked', async () => {
  const start = ahead(16, '09:00');
  const [doctor, clinic, service] = [randomUUID(), randomUUID(), randomUUID()];
  for (const unknown of [{ doctor }, { clinic }, { service }]) {
    expect(await appointments.book(newPatient(), { ...practice, ...unknown }, { start })).toBe('NOT_FOUND');
  }
  const other = await appointments.newPractice();
  expect(await appointments.book(newPatient(), { ...practice, service: other.service }, { start })).toBe(
    'SERVICE_NOT_OFFERED',
  );
});

test('a booking by video sends nine statements, five of them in its transaction', async () => {
  const query = 'mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { appointment { id } } }';
  const input = {
    doctor: toGlobalId('Doctor', practice.doctor),
    clinic: toGlobalId('Clinic', practice.clinic),
    service: toGlobalId('HealthcareService', practice.service),
    modality: 'VIDEO',
  };
  const sent = async (more: Record<string, string>) => {
    const { statements } = await appointments.execute(newPatient(), query, { input: { ...input, ...more } });
    return show('bookAppointment', statements);
  };
  // Three lookups in the directory; plan, allocation, appointment with event, session, outbox; and the answer.
  expect(await sent({ start: ahead(17, '09:00') })).toBe(9);
  // Before these the claim of the key, after them its outcome.
  expect(await sent({ start: ahead(17, '10:00'), idempotencyKey: randomUUID() })).toBe(11);
});
