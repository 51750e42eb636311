import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { anonymous, system, type Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../../test/kit/subgraph.ts';
import {
  type Appointments,
  ahead,
  doctorOf,
  newPatient,
  nobody,
  type Practice,
  staffOf,
  startAppointments,
} from '../fixture.ts';
import { ofAppointment, ofBoard, ofDoctor, ofFreeTimes, ofPatient, openStreams, type Streams } from './fixture.ts';

let appointments: Appointments;
let streams: Streams;
let here: Practice;
let elsewhere: Practice;
const ada = newPatient();
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

let booked: string;
let askers: Record<string, Viewer>;
beforeAll(async () => {
  booked = await appointments.book(ada, here, { start: ahead(3, '09:00') });
  askers = {
    visitor: anonymous,
    patient: ada,
    'other patient': newPatient(),
    doctor: doctorOf(here),
    'other doctor': doctorOf(elsewhere),
    staff: staffOf(here.clinic),
    'other staff': staffOf(elsewhere.clinic),
    admin,
    partner: viewerOf('PARTNER'),
  };
});
const opened = async (field: string): Promise<Record<string, string>> => {
  const outcomes = await Promise.all(
    Object.entries(askers).map(async ([name, viewer]) => {
      const outcome = await streams.open(viewer, field);
      return [name, typeof outcome === 'string' ? outcome : 'opened'] as const;
    }),
  );
  return Object.fromEntries(outcomes);
};
const denied = {
  visitor: 'UNAUTHENTICATED',
  patient: 'FORBIDDEN',
  'other patient': 'FORBIDDEN',
  doctor: 'FORBIDDEN',
  'other doctor': 'FORBIDDEN',
  staff: 'FORBIDDEN',
  'other staff': 'FORBIDDEN',
  admin: 'FORBIDDEN',
  partner: 'FORBIDDEN',
};

test('an appointment: whoever sees it', async () => {
  const allowed = { patient: 'opened', doctor: 'opened', staff: 'opened', admin: 'opened' };
  expect(await opened(ofAppointment(booked))).toEqual({ ...denied, ...allowed });
  expect(await opened(`videoSessionUpdated(appointment: "${booked}")`)).toEqual({ ...denied, ...allowed });
});

test('what is not there is denied as what may not be seen', async () => {
  expect(await opened(ofAppointment(toGlobalId('Appointment', randomUUID())))).toEqual(denied);
  expect(await opened(ofPatient({ ...ada, patient: nobody }))).toEqual(denied);
  expect(await opened(ofDoctor(randomUUID()))).toEqual(denied);
  expect(await opened(ofBoard(randomUUID(), '2030-01-01'))).toEqual(denied);
  const nowhere = ofFreeTimes(randomUUID(), ahead(1, '00:00'), ahead(2, '00:00'));
  expect(new Set(Object.values(await opened(nowhere)))).toEqual(new Set(['FORBIDDEN']));
});

test("a patient's appointments: the patient, and whoever sees the patient", async () => {
  // Here the owner of patients shows each to everybody but visitors.
  expect(await opened(ofPatient(ada))).toEqual({
    ...denied,
    patient: 'opened',
    doctor: 'opened',
    'other doctor': 'opened',
    staff: 'opened',
    'other staff': 'opened',
    admin: 'opened',
  });
});

test("a doctor's schedule and a clinic's board: those who work there", async () => {
  expect(await opened(ofDoctor(here.doctor))).toEqual({
    ...denied,
    doctor: 'opened',
    staff: 'opened',
    admin: 'opened',
  });
  expect(await opened(ofBoard(here.clinic, '2030-01-01'))).toEqual({ ...denied, staff: 'opened', admin: 'opened' });
});

test('free times: everybody', async () => {
  const free = ofFreeTimes(here.doctor, ahead(1, '00:00'), ahead(2, '00:00'));
  expect(new Set(Object.values(await opened(free)))).toEqual(new Set(['opened']));
});

test('the log itself is read by SYSTEM alone', async () => {
  const topic = `appointment:patient:${ada.patient}`;
  const [event] = await streams.events(topic);
  const ask = (viewer: Viewer) =>
    appointments.execute(
      viewer,
      `query ($topics: [String!]!, $after: Float!) {
        streamHeads(topics: $topics) { topic position }
        streamNews(after: $after, first: 1) { topic position }
        streamBounds { start end }
      }`,
      { topics: ['nothing', topic], after: (event?.position ?? 0) - 1 },
    );
  const { data, statements } = await ask(system);
  expect(data).toEqual({
    streamHeads: [
      { topic: 'nothing', position: 0 },
      { topic, position: event?.position },
    ],
    streamNews: [{ topic: expect.any(String), position: event?.position }],
    streamBounds: { start: 1, end: expect.any(Number) },
  });
  expect(statements).toHaveLength(3);
  expect((await ask(admin)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('how far the log has come is told to everybody, and a subscription goes on from there', async () => {
  await streams.events(`appointment:patient:${ada.patient}`);
  const { data: log } = await appointments.execute<{ streamNews: { position: number }[] }>(
    system,
    '{ streamNews(after: 0, first: 5000) { position } }',
  );
  const { data } = await appointments.execute(anonymous, '{ updatesCursor }');
  const { stream } = await appointments.execute(
    ada,
    'subscription ($id: ID!, $after: String) { appointmentUpdated(id: $id, after: $after) { cursor } }',
    { id: booked, after: data['updatesCursor'] },
    'open',
  );
  expect(stream?.after).toBe(log.streamNews.at(-1)?.position);
});
