import { toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import {
  type Appointments,
  ahead,
  doctorOf,
  newPatient,
  type Practice,
  staffOf,
  startAppointments,
} from './fixture.ts';
import { openStreams, type Streams } from './subscriptions/fixture.ts';

let appointments: Appointments;
let streams: Streams;
let here: Practice;
beforeAll(async () => {
  appointments = await startAppointments();
  streams = await openStreams(appointments);
  here = await appointments.newPractice();
});
afterAll(async () => {
  await streams[Symbol.asyncDispose]();
  await appointments.stop();
});

const session = 'videoSession { status opensAt closesAt startedAt version }';
async function sessionOf(viewer: Viewer, id: string): Promise<unknown> {
  const { data } = await appointments.execute<{ appointment: { videoSession: unknown } | null }>(
    viewer,
    `query ($id: ID!) { appointment(id: $id) { ${session} } }`,
    { id },
  );
  return data.appointment?.videoSession;
}

async function bookVideo(viewer: Viewer, start: string): Promise<string> {
  const { data } = await appointments.execute<{ bookAppointment: { appointment: { id: string } } }>(
    viewer,
    'mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { appointment { id } userErrors { code } } }',
    {
      input: {
        doctor: toGlobalId('Doctor', here.doctor),
        clinic: toGlobalId('Clinic', here.clinic),
        service: toGlobalId('HealthcareService', here.service),
        start,
        modality: 'VIDEO',
      },
    },
  );
  return data.bookAppointment.appointment.id;
}

test('a video visit has a session from its booking on, for those who see the visit; one at the clinic has none', async () => {
  const patient = newPatient();
  const booked = await bookVideo(patient, ahead(3, '09:00'));
  const planned = {
    status: 'SCHEDULED',
    opensAt: ahead(3, '08:45'),
    closesAt: ahead(3, '09:45'),
    startedAt: null,
    version: 1,
  };
  for (const viewer of [patient, doctorOf(here), staffOf(here.clinic), viewerOf('ADMIN')]) {
    expect(await sessionOf(viewer, booked)).toEqual(planned);
  }
  expect(await sessionOf(newPatient(), booked)).toBeUndefined();
  const inPerson = await appointments.book(patient, here, { start: ahead(3, '11:00') });
  expect(await sessionOf(patient, inPerson)).toBeNull();
});

test('it moves with the visit and is called off with it, and each is told', async () => {
  const patient = newPatient();
  const appointment = await bookVideo(patient, ahead(4, '09:00'));
  await appointments.change(patient, 'rescheduleAppointment', { appointment, start: ahead(5, '10:00') });
  expect(await sessionOf(patient, appointment)).toMatchObject({
    status: 'SCHEDULED',
    opensAt: ahead(5, '09:45'),
    closesAt: ahead(5, '10:45'),
    version: 2,
  });
  await appointments.change(patient, 'cancelAppointment', { appointment });
  expect(await sessionOf(patient, appointment)).toMatchObject({ status: 'CANCELLED', version: 3 });

  const events = await streams.events(`video:${toUuid('Appointment', appointment, [])}`);
  expect(events.map(({ type, version }) => `${type} ${version}`)).toEqual([
    'video.scheduled 1',
    'video.rescheduled 2',
    'video.cancelled 3',
  ]);
  const field = `videoSessionUpdated(appointment: "${appointment}")`;
  for (const event of events) {
    const { told, statements } = await streams.tell(doctorOf(here), field, event);
    expect(told).toMatchObject({ videoSession: { status: 'CANCELLED' } });
    expect(statements).toHaveLength(2);
    expect((await streams.tell(newPatient(), field, event)).told).toBe('FORBIDDEN');
  }
});

test('a patient who came after all is seen by video again', async () => {
  const patient = newPatient();
  const appointment = await bookVideo(patient, ahead(6, '09:00'));
  const staff = staffOf(here.clinic);
  await appointments.db
    .updateTable('appointment')
    .set({ status: 'no_show' })
    .where('id', '=', toUuid('Appointment', appointment, []))
    .execute();
  await appointments.db.deleteFrom('slot_allocation').execute();
  await appointments.db.updateTable('video_session').set({ status: 'cancelled' }).execute();

  expect(await appointments.change(staff, 'reviveAppointment', { appointment })).toBe('ARRIVED');

  expect(await sessionOf(patient, appointment)).toMatchObject({ status: 'SCHEDULED', version: 2 });
});

test('each visit of a series has its own', async () => {
  const patient = newPatient();
  const input = {
    doctor: toGlobalId('Doctor', here.doctor),
    clinic: toGlobalId('Clinic', here.clinic),
    service: toGlobalId('HealthcareService', here.service),
    start: ahead(7, '14:00'),
    modality: 'VIDEO',
    recurrence: { count: 3 },
  };
  const { data, statements } = await appointments.execute<{
    bookAppointmentSeries: { appointmentSeries: { appointments: { edges: { node: { videoSession: unknown } }[] } } };
  }>(
    patient,
    `mutation ($input: BookAppointmentSeriesInput!) {
      bookAppointmentSeries(input: $input) {
        appointmentSeries { appointments { edges { node { ${session} } } } }
        userErrors { code }
      }
    }`,
    { input },
  );
  expect(data.bookAppointmentSeries.appointmentSeries.appointments.edges).toMatchObject(
    [7, 14, 21].map((days) => ({ node: { videoSession: { status: 'SCHEDULED', opensAt: ahead(days, '13:45') } } })),
  );
  expect(statements.filter(({ sql }) => sql.includes('video_session')).map(({ count }) => count)).toEqual([1, 1]);
});
