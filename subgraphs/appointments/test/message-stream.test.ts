import { createCursorCodec } from '@consulta/platform/connection/cursor';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import { type Appointments, ahead, doctorOf, newPatient, staffOf, startAppointments } from './fixture.ts';
import { uuidOf } from './holds.ts';
import { eventOf, newVisit, read, say, toldOf, type Visit } from './messages.ts';

let appointments: Appointments;
beforeAll(async () => {
  appointments = await startAppointments();
});
afterAll(() => appointments.stop());

const received = `subscription ($appointment: ID!, $after: String) {
  messageReceived(appointment: $appointment, after: $after) { cursor type occurredAt message { id body isMine readBy } }
}`;
const inbox = `subscription ($after: String) {
  inboxUpdated(after: $after) { cursor type occurredAt entry { appointment { id } lastMessage { body } unreadCount } }
}`;
const topicOf = ({ appointment }: Visit) => `message:${uuidOf(appointment)}`;

test('each party follows the messages of their appointment and the inboxes that are theirs', async () => {
  const visit = await newVisit(appointments);
  const { practice, appointment, patient, doctor, staff } = visit;
  for (const viewer of [patient, doctor, staff]) {
    const { opened } = await appointments.stream(viewer, received, { appointment }, 'open');
    expect(opened).toEqual({ topics: [topicOf(visit)], after: null });
  }
  const topicsOf = async (viewer: typeof patient) =>
    (await appointments.stream(viewer, inbox, {}, 'open')).opened?.topics;
  expect(await topicsOf(patient)).toEqual([`inbox:patient:${patient.patient}`]);
  expect(await topicsOf(doctor)).toEqual([`inbox:doctor:${practice.doctor}`]);
  const other = await appointments.newPractice();
  expect(await topicsOf(staffOf(practice.clinic, other.clinic))).toEqual([
    `inbox:clinic:${practice.clinic}`,
    `inbox:clinic:${other.clinic}`,
  ]);
});

test('nobody else may follow either, and none continues after what is no cursor', async () => {
  const { practice, appointment, patient } = await newVisit(appointments);
  for (const role of ['ADMIN', 'PARTNER', 'SYSTEM', 'ANONYMOUS'] as const) {
    const code = role === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    for (const query of [received, inbox]) {
      const { codes, opened } = await appointments.stream(viewerOf(role), query, { appointment }, 'open');
      expect({ codes, opened }).toEqual({ codes: [code], opened: null });
    }
  }
  const elsewhere = { ...practice, doctor: crypto.randomUUID() };
  for (const viewer of [newPatient(), doctorOf(elsewhere), staffOf(crypto.randomUUID())]) {
    expect((await appointments.stream(viewer, received, { appointment }, 'open')).codes).toEqual(['FORBIDDEN']);
  }
  const foreign = createCursorCodec('another secret, also 32 characters long').seal('stream', [1]);
  for (const query of [received, inbox]) {
    const { codes } = await appointments.stream(patient, query, { appointment, after: foreign }, 'open');
    expect(codes).toEqual(['BAD_USER_INPUT']);
  }
});

test('what is sent and read is told to each as they may see it, with a cursor to continue after', async () => {
  const visit = await newVisit(appointments);
  const { appointment, patient, doctor } = visit;
  const id = await say(appointments, patient, appointment, 'hello');
  await read(appointments, doctor, appointment, id);
  const events = (await toldOf(appointments, appointment)).map((told) => eventOf(told, topicOf(visit)));
  expect(events.map(({ type }) => type)).toEqual(['message.sent', 'message.read']);
  const cursors = new Set<string>();
  for (const event of events) {
    const type = event.type === 'message.sent' ? 'SENT' : 'READ';
    for (const viewer of [patient, doctor]) {
      const { data } = await appointments.stream<{ messageReceived: { readonly cursor: string } }>(
        viewer,
        received,
        { appointment },
        event,
      );
      const message = { id, body: 'hello', isMine: viewer === patient, readBy: 'DOCTOR' };
      expect(data).toMatchObject({ messageReceived: { type, occurredAt: event.occurredAt, message } });
      const cursor = data?.messageReceived.cursor ?? '';
      cursors.add(cursor);
      const entry = { appointment: { id: appointment }, lastMessage: { body: 'hello' }, unreadCount: 0 };
      const update = await appointments.stream(viewer, inbox, {}, event);
      expect(update.data).toMatchObject({ inboxUpdated: { cursor, type, entry } });
    }
  }
  // All were told of the same place, so they hold the same cursor.
  const [after, ...others] = cursors;
  expect(others).toEqual([]);
  for (const query of [received, inbox])
    expect((await appointments.stream(patient, query, { appointment, after }, 'open')).opened?.after).toBe(7);
});

test('who is no longer a party is told nothing, whoever they were when they began to follow', async () => {
  const visit = await newVisit(appointments);
  const { practice, appointment, patient, doctor, staff } = visit;
  await say(appointments, patient, appointment, 'hello');
  const other = await appointments.newPractice({ clinic: practice.clinic });
  const start = ahead(12, '09:00');
  const moved = {
    appointment,
    start,
    doctor: toGlobalId('Doctor', other.doctor),
    service: toGlobalId('HealthcareService', other.service),
  };
  expect(await appointments.change(staff, 'rescheduleAppointment', moved)).toBe('BOOKED');
  const [told] = await toldOf(appointments, appointment);
  if (told === undefined) throw new Error('nothing was told');
  const event = eventOf(told, topicOf(visit));
  expect(await appointments.stream(doctor, received, { appointment }, event)).toMatchObject({ codes: ['FORBIDDEN'] });
  expect(await appointments.stream(doctor, inbox, {}, event)).toEqual({
    data: { inboxUpdated: null },
    codes: [],
    opened: null,
  });
  expect((await appointments.stream(doctorOf(other), received, { appointment }, event)).codes).toEqual([]);
  const demoted = { ...patient, role: 'ADMIN' as const };
  for (const query of [received, inbox])
    expect((await appointments.stream(demoted, query, { appointment }, event)).codes).toEqual(['FORBIDDEN']);
});

test('events of something else are none of a subscription to messages', async () => {
  const visit = await newVisit(appointments);
  const other = await newVisit(appointments, ahead(13, '09:00'));
  const { appointment, patient } = visit;
  await say(appointments, patient, appointment, 'hello');
  const [told] = await toldOf(appointments, appointment);
  if (told === undefined) throw new Error('nothing was told');
  const event = eventOf(told, topicOf(visit));
  const nothing = { data: { messageReceived: null }, codes: [], opened: null };
  const booked = { ...event, type: 'appointment.booked' };
  expect(await appointments.stream(patient, received, { appointment }, booked)).toEqual(nothing);
  const staff = staffOf(visit.practice.clinic, other.practice.clinic);
  expect(await appointments.stream(staff, received, { appointment: other.appointment }, event)).toEqual(nothing);
});
