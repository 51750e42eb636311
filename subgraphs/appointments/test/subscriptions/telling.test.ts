import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import { anonymous, type Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../../test/kit/subgraph.ts';
import {
  type Appointments,
  ahead,
  doctorOf,
  newPatient,
  type Practice,
  staffOf,
  startAppointments,
} from '../fixture.ts';
import { ofAppointment, ofBoard, ofDoctor, ofPatient, openStreams, type Streams, uuidOf } from './fixture.ts';

let appointments: Appointments;
let streams: Streams;
let here: Practice;
let elsewhere: Practice;
beforeAll(async () => {
  appointments = await startAppointments();
  streams = await openStreams(appointments);
  here = await appointments.newPractice();
  elsewhere = await appointments.newPractice();
});
afterAll(async () => {
  await streams[Symbol.asyncDispose]();
  await appointments.stop();
});

const admin = viewerOf('ADMIN');

test('each change of an appointment, to each who sees it, with a cursor to go on from', async () => {
  const patient = newPatient();
  const appointment = await appointments.book(patient, here, { start: ahead(4, '09:00') });
  await appointments.change(patient, 'cancelAppointment', { appointment });
  const [booked, cancelled] = await streams.events(`appointment:${uuidOf(appointment)}`);
  if (booked === undefined || cancelled === undefined) throw new Error('the log has both');

  const { told, statements } = await streams.tell(patient, ofAppointment(appointment), booked);
  expect(told).toEqual({
    cursor: expect.any(String),
    type: 'BOOKED',
    version: 1,
    occurredAt: booked.occurredAt,
    appointmentId: appointment,
    appointment: { id: appointment, status: 'CANCELLED', start: ahead(4, '09:00') },
  });
  expect(statements).toHaveLength(2);
  for (const viewer of [doctorOf(here), staffOf(here.clinic), admin]) {
    const again = await streams.tell(viewer, ofAppointment(appointment), cancelled);
    expect(again.told).toMatchObject({ type: 'CANCELLED', version: 2, appointmentId: appointment });
  }

  const { cursor } = told as { cursor: string };
  const reopened = `appointmentUpdated(id: "${appointment}", after: "${cursor}")`;
  const { stream } = await appointments.execute(patient, `subscription { ${reopened} { cursor } }`, {}, 'open');
  expect(stream).toEqual({ topics: [`appointment:${uuidOf(appointment)}`], after: booked.position });
  expect(await streams.open(patient, `appointmentUpdated(id: "${appointment}", after: "nonsense")`)).toBe(
    'BAD_USER_INPUT',
  );
});

test('a hold that lapses is cancelled, as everywhere', async () => {
  const patient = newPatient();
  const { data } = await appointments.execute<{ holdSlot: { slotHold: { id: string } } }>(
    patient,
    'mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { slotHold { id } userErrors { code } } }',
    {
      input: {
        doctor: toGlobalId('Doctor', here.doctor),
        clinic: toGlobalId('Clinic', here.clinic),
        service: toGlobalId('HealthcareService', here.service),
        start: ahead(4, '11:00'),
        modality: 'IN_PERSON',
      },
    },
  );
  const { id: slotHold } = data.holdSlot.slotHold;
  await appointments.execute(
    patient,
    'mutation ($input: ReleaseHoldInput!) { releaseHold(input: $input) { userErrors { code } } }',
    { input: { slotHold } },
  );
  const events = await streams.events(`appointment:patient:${patient.patient}`);
  const told = await Promise.all(
    events.map(async (event) => (await streams.tell(patient, ofPatient(patient), event)).told),
  );
  expect(told).toMatchObject([
    { type: 'HELD', appointment: { status: 'CANCELLED' } },
    { type: 'CANCELLED', appointment: { status: 'CANCELLED' } },
  ]);
});

test('a doctor who watches a patient is told of appointments with themselves alone', async () => {
  const patient = newPatient();
  const mine = await appointments.book(patient, here, { start: ahead(5, '09:00') });
  const other = await appointments.book(patient, elsewhere, { start: ahead(5, '12:00') });
  const told = async (viewer: Viewer, id: string) =>
    (await streams.tell(viewer, ofPatient(patient), await streams.lastEventOf(id))).told;

  expect(await told(doctorOf(here), mine)).toMatchObject({ appointmentId: mine });
  expect(await told(doctorOf(here), other)).toBeNull();
  expect(await told(patient, other)).toMatchObject({ appointmentId: other });
  expect(await told(newPatient(), mine)).toBe('FORBIDDEN');
});

test('those whom an appointment leaves are told, and no more than that', async () => {
  const patient = newPatient();
  const appointment = await appointments.book(patient, here, { start: ahead(6, '09:00') });
  await appointments.change(admin, 'rescheduleAppointment', {
    appointment,
    start: ahead(7, '10:00'),
    doctor: toGlobalId('Doctor', elsewhere.doctor),
    clinic: toGlobalId('Clinic', elsewhere.clinic),
    service: toGlobalId('HealthcareService', elsewhere.service),
  });
  const [left] = await streams.events(
    `appointment:doctor:${here.doctor}`,
    (await streams.events(`appointment:${uuidOf(appointment)}`))[0]?.position,
  );
  const event = await streams.lastEventOf(appointment);
  expect(left).toMatchObject({ position: event.position, type: 'appointment.rescheduled' });

  const gone = { type: 'RESCHEDULED', appointmentId: appointment, appointment: null };
  expect((await streams.tell(doctorOf(here), ofDoctor(here.doctor), event)).told).toMatchObject(gone);
  expect((await streams.tell(doctorOf(here), ofAppointment(appointment), event)).told).toMatchObject(gone);
  const board = ofBoard(here.clinic, ahead(6, '09:00').slice(0, 10));
  expect((await streams.tell(staffOf(here.clinic), board, event)).told).toMatchObject(gone);
  const come = { type: 'RESCHEDULED', appointment: { id: appointment, start: ahead(7, '10:00') } };
  expect((await streams.tell(doctorOf(elsewhere), ofDoctor(elsewhere.doctor), event)).told).toMatchObject(come);

  await appointments.change(patient, 'cancelAppointment', { appointment });
  const later = await streams.lastEventOf(appointment);
  expect((await streams.tell(doctorOf(here), ofDoctor(here.doctor), later)).told).toBeNull();
  expect((await streams.tell(doctorOf(here), ofAppointment(appointment), later)).told).toBe('FORBIDDEN');
});

test('a period and a day count where an appointment was and where it is', async () => {
  const appointment = await appointments.book(newPatient(), here, { start: ahead(8, '09:00') });
  const booked = await streams.lastEventOf(appointment);
  await appointments.change(admin, 'rescheduleAppointment', { appointment, start: ahead(10, '09:00') });
  const moved = await streams.lastEventOf(appointment);
  const schedule = (from: number, to: number) =>
    ofDoctor(here.doctor, `from: "${ahead(from, '00:00')}", to: "${ahead(to, '00:00')}"`);
  const board = (days: number) => ofBoard(here.clinic, ahead(days, '00:00').slice(0, 10));
  const isTold = async (field: string, event: StreamEvent) =>
    (await streams.tell(staffOf(here.clinic), field, event)).told !== null;

  expect(await Promise.all([schedule(8, 9), schedule(9, 10)].map((field) => isTold(field, booked)))).toEqual([
    true,
    false,
  ]);
  const fields = [schedule(8, 9), schedule(9, 10), schedule(10, 11), board(8), board(9), board(10)];
  expect(await Promise.all(fields.map((field) => isTold(field, moved)))).toEqual([
    true,
    false,
    true,
    true,
    false,
    true,
  ]);
});

test('whoever may no longer see it is told nothing more', async () => {
  const event = await streams.lastEventOf(await appointments.book(newPatient(), here, { start: ahead(9, '15:00') }));
  const day = ahead(9, '15:00').slice(0, 10);
  const fields = [
    ofDoctor(here.doctor),
    ofBoard(here.clinic, day),
    ofAppointment(toGlobalId('Appointment', event.aggregateId)),
  ];
  for (const field of fields) {
    expect((await streams.tell(staffOf(here.clinic), field, event)).told).toMatchObject({ type: 'BOOKED' });
    expect((await streams.tell(staffOf(elsewhere.clinic), field, event)).told).toBe('FORBIDDEN');
    expect((await streams.tell(anonymous, field, event)).told).toBe('UNAUTHENTICATED');
  }
});
