import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
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
import { confirm, hold, release, runOut, uuidOf, whatBecameOf } from './holds.ts';
import { plan } from './planning.ts';

let appointments: Appointments;
let practice: Practice;
beforeAll(async () => {
  appointments = await startAppointments();
  practice = await appointments.newPractice();
});
afterAll(() => appointments.stop());

let days = 2;
/** Of a day nobody else uses. */
function nextStart(): string {
  days += 1;
  return ahead(days, '09:00');
}
const held = /^hold_/;
const booked = /^appointment_/;

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
}

async function listHolds(viewer: Viewer, args = '', fields = 'id'): Promise<Listed> {
  const { data, errors } = await appointments.execute<{ slotHolds: Listed }>(
    viewer,
    `{ slotHolds${args} { totalCount edges { cursor node { ${fields} } } } }`,
  );
  expect(errors).toEqual([]);
  return data.slotHolds;
}
const idsOf = ({ edges }: Listed) => edges.map(({ node }) => node.id);

async function statusesOf(viewer: Viewer, filter = ''): Promise<string[]> {
  const { data } = await appointments.execute<{ appointments: { edges: { node: { status: string } }[] } }>(
    viewer,
    `{ appointments${filter} { edges { node { status } } } }`,
  );
  return data.appointments.edges.map(({ node }) => node.status);
}

test('who may book may hold, and nobody else', async () => {
  const patient = randomUUID();
  expect(await hold(appointments, newPatient(), practice, { start: nextStart() })).toMatch(held);
  for (const viewer of [doctorOf(practice), staffOf(practice.clinic), viewerOf('ADMIN')])
    expect(await hold(appointments, viewer, practice, { start: nextStart(), patient: randomUUID() })).toMatch(held);
  const strangers = [doctorOf({ ...practice, doctor: randomUUID() }), staffOf(randomUUID()), newPatient()];
  for (const viewer of [...strangers, viewerOf('PARTNER')])
    expect(await hold(appointments, viewer, practice, { start: nextStart(), patient })).toBe('FORBIDDEN');
  expect(await hold(appointments, viewerOf('ANONYMOUS'), practice, { start: nextStart() })).toBe('UNAUTHENTICATED');
  const staff = staffOf(practice.clinic);
  expect(await hold(appointments, staff, practice, { start: nextStart(), patient: nobody })).toBe('NOT_FOUND');
});

test('a held time is not offered, not booked by others, and free again when it is released', async () => {
  const start = nextStart();
  const patient = newPatient();
  const id = await hold(appointments, patient, practice, { start });
  expect(await appointments.book(newPatient(), practice, { start })).toBe('SLOT_TAKEN');
  expect(await release(appointments, newPatient(), id)).toBe('NOT_FOUND');
  expect(await release(appointments, patient, id)).toBe('CANCELLED');
  expect(await release(appointments, patient, id)).toBe('HOLD_EXPIRED');
  expect(await appointments.book(newPatient(), practice, { start })).toMatch(booked);
});

test('a patient holds one time of a doctor: the same or another one is refused until it is gone', async () => {
  const patient = newPatient();
  const [start, later] = [nextStart(), nextStart()];
  const id = await hold(appointments, patient, practice, { start });
  expect(await hold(appointments, patient, practice, { start })).toBe('HOLD_EXISTS');
  expect(await hold(appointments, patient, practice, { start: later })).toBe('HOLD_EXISTS');
  const staff = { start: later, patient: patient.patient ?? '' };
  expect(await hold(appointments, staffOf(practice.clinic), practice, staff)).toBe('HOLD_EXISTS');
  // Booking another time at once is another matter.
  expect(await appointments.book(patient, practice, { start: later })).toMatch(booked);
  await runOut(appointments, id);
  expect(await hold(appointments, patient, practice, { start: nextStart() })).toMatch(held);
  expect(await whatBecameOf(appointments, id)).toMatchObject({ status: 'lapsed', events: ['held', 'expired'] });
});

test('a hold is booked as it is, with the reason for the visit', async () => {
  const patient = newPatient();
  const start = nextStart();
  const id = await hold(appointments, patient, practice, { start });
  const appointment = await confirm(appointments, patient, id, { reason: 'a cough' });
  const { data } = await appointments.execute(
    patient,
    `query ($id: ID!) {
      appointment(id: $id) { start status reason version events { edges { node { type fromStatus toStatus } } } }
    }`,
    { id: appointment },
  );
  expect(data).toEqual({
    appointment: {
      start,
      status: 'BOOKED',
      reason: 'a cough',
      version: 2,
      events: {
        edges: [
          { node: { type: 'HELD', fromStatus: null, toStatus: 'PENDING' } },
          { node: { type: 'BOOKED', fromStatus: 'PENDING', toStatus: 'BOOKED' } },
        ],
      },
    },
  });
  expect(await confirm(appointments, patient, id)).toBe('HOLD_EXPIRED');
  expect(await appointments.change(patient, 'cancelAppointment', { appointment })).toBe('CANCELLED');
  expect(await statusesOf(patient)).toEqual(['CANCELLED']);
});

test('staff confirm for patients whom they see; others see no hold', async () => {
  const staff = staffOf(practice.clinic);
  const patient = newPatient();
  const id = await hold(appointments, patient, practice, { start: nextStart() });
  for (const viewer of [newPatient(), staffOf(randomUUID()), viewerOf('DOCTOR', { doctor: randomUUID() })])
    expect(await confirm(appointments, viewer, id)).toBe('NOT_FOUND');
  expect(await confirm(appointments, viewerOf('PARTNER'), id)).toBe('FORBIDDEN');
  expect(await confirm(appointments, staff, toGlobalId('SlotHold', randomUUID()))).toBe('NOT_FOUND');
  expect(await confirm(appointments, staff, id)).toMatch(booked);
});

test('a booking names a hold or all that makes a visit', async () => {
  const patient = newPatient();
  const id = await hold(appointments, patient, practice, { start: nextStart() });
  const visit = {
    doctor: toGlobalId('Doctor', practice.doctor),
    clinic: toGlobalId('Clinic', practice.clinic),
    service: toGlobalId('HealthcareService', practice.service),
    start: nextStart(),
    modality: 'VIDEO',
  };
  const errorOf = async (input: Record<string, unknown>) =>
    (await plan(appointments, patient, 'bookAppointment', input)).error;
  for (const field of Object.keys(visit) as (keyof typeof visit)[]) {
    const { [field]: value, ...others } = visit;
    expect(await errorOf(others)).toBe(`BAD_USER_INPUT input.${field}`);
    expect(await errorOf({ hold: id, [field]: value })).toBe(`BAD_USER_INPUT input.${field}`);
  }
  expect(await errorOf({ hold: id, overbook: true })).toBe('BAD_USER_INPUT input.overbook');
  expect(await errorOf({ hold: visit.doctor })).toBe('BAD_USER_INPUT input.hold');
  expect(await errorOf(visit)).toBeNull();
});

test('holds that came to nothing are in no list but that of cancelled appointments', async () => {
  const patient = newPatient();
  const start = nextStart();
  const cancelled = await appointments.book(patient, practice, { start });
  await appointments.change(patient, 'cancelAppointment', { appointment: cancelled });
  await release(appointments, patient, await hold(appointments, patient, practice, { start }));
  const second = await hold(appointments, patient, practice, { start });
  const appointment = toGlobalId('Appointment', uuidOf(second));
  expect(await appointments.change(patient, 'cancelAppointment', { appointment })).toBe('CANCELLED');
  expect(await hold(appointments, patient, practice, { start })).toMatch(held);
  expect((await statusesOf(patient)).sort()).toEqual(['CANCELLED', 'PENDING']);
  expect(await statusesOf(patient, '(filter: { status: [CANCELLED] })')).toEqual(Array(3).fill('CANCELLED'));
  expect(await statusesOf(patient, '(filter: { status: [PENDING, BOOKED] })')).toEqual(['PENDING']);
});

test('running holds are listed for those who see their appointments, the first to run out first', async () => {
  const elsewhere = await appointments.newPractice();
  const patient = newPatient();
  const first = await hold(appointments, patient, elsewhere, { start: nextStart() });
  const second = await hold(appointments, patient, practice, { start: nextStart() });
  const gone = await hold(appointments, newPatient(), elsewhere, { start: nextStart() });
  await runOut(appointments, gone);
  expect(idsOf(await listHolds(patient))).toEqual([first, second]);
  expect(await listHolds(patient, '(first: 1)')).toMatchObject({ totalCount: 2, edges: [{ node: { id: first } }] });
  const [cursor] = (await listHolds(patient)).edges.map((edge) => edge.cursor);
  expect(idsOf(await listHolds(patient, `(after: "${cursor}")`))).toEqual([second]);
  const doctor = toGlobalId('Doctor', elsewhere.doctor);
  expect(idsOf(await listHolds(patient, `(filter: { doctor: "${doctor}" })`))).toEqual([first]);
  expect(idsOf(await listHolds(doctorOf(elsewhere)))).toEqual([first]);
  expect(idsOf(await listHolds(doctorOf(practice), `(filter: { doctor: "${doctor}" })`))).toEqual([]);
  expect(idsOf(await listHolds(staffOf(elsewhere.clinic)))).toEqual([first]);
  expect(idsOf(await listHolds(newPatient()))).toEqual([]);
  const { errors } = await appointments.execute(viewerOf('ANONYMOUS'), '{ slotHolds { totalCount } }');
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('a list of holds with their appointments costs two statements, however long it is', async () => {
  const staff = staffOf(practice.clinic);
  for (let count = 0; count < 5; count += 1)
    await hold(appointments, staff, practice, { start: nextStart(), patient: randomUUID() });
  const query = '{ slotHolds { edges { node { id start end modality expiresAt appointment { status } } } } }';
  const { data, statements } = await appointments.execute<{ slotHolds: Listed }>(staff, query);
  expect(data.slotHolds.edges.length).toBeGreaterThan(4);
  expect(show('holds with their appointments', statements)).toBe(2);
});

test('a hold ends when its visit would begin', async () => {
  const start = ahead(3, '09:00');
  await using late = await startAppointments(() => new Date(ahead(3, '08:57')));
  const open = await late.newPractice();
  await late.db.updateTable('schedule').set({ minimum_notice_minutes: 0 }).execute();
  await hold(late, newPatient(), open, { start });
  const { data } = await late.execute(doctorOf(open), '{ slotHolds { edges { node { start expiresAt } } } }');
  expect(data).toEqual({ slotHolds: { edges: [{ node: { start, expiresAt: start } }] } });
});
