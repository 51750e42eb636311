import { randomUUID } from 'node:crypto';
import { parseGlobalId, toGlobalId } from '@consulta/platform/identifiers/global-id';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import { type Appointments, ahead, doctorOf, newPatient, staffOf, startAppointments } from './fixture.ts';
import { hold, uuidOf } from './holds.ts';
import { inboxOf, messagesOf, newVisit, read, say, toldOf } from './messages.ts';

let appointments: Appointments;
beforeAll(async () => {
  appointments = await startAppointments();
});
afterAll(() => appointments.stop());

const message = /^message_/;

test('patient, doctor and staff write to each other, and each reads who wrote what', async () => {
  const { appointment, patient, doctor, staff } = await newVisit(appointments);
  expect(await say(appointments, patient, appointment, '  Must I fast?\n')).toMatch(message);
  expect(await say(appointments, doctor, appointment, 'Yes')).toMatch(message);
  expect(await say(appointments, staff, appointment, 'Come at eight')).toMatch(message);
  const expected = [
    { body: 'Must I fast?', authorRole: 'PATIENT' },
    { body: 'Yes', authorRole: 'DOCTOR' },
    { body: 'Come at eight', authorRole: 'STAFF' },
  ];
  for (const viewer of [patient, doctor, staff]) {
    const page = await messagesOf(appointments, viewer, appointment);
    expect(page?.totalCount).toBe(3);
    expect(page?.edges.map(({ node }) => node)).toMatchObject(
      expected.map((one) => ({ ...one, isMine: one.authorRole === viewer.role, readAt: null, readBy: null })),
    );
  }
});

test('nobody else writes or reads: not an administrator, who sees the appointment, nor other patients and doctors', async () => {
  const { appointment, patient } = await newVisit(appointments);
  const sent = await say(appointments, patient, appointment, 'for my doctor');
  for (const viewer of [viewerOf('ADMIN'), viewerOf('PARTNER'), viewerOf('SYSTEM')]) {
    expect(await say(appointments, viewer, appointment, 'no')).toBe('FORBIDDEN');
    expect(await read(appointments, viewer, appointment, sent)).toBe('FORBIDDEN');
  }
  expect(await say(appointments, viewerOf('ANONYMOUS'), appointment, 'no')).toBe('UNAUTHENTICATED');
  expect(await read(appointments, viewerOf('ANONYMOUS'), appointment, sent)).toBe('UNAUTHENTICATED');
  const elsewhere = await appointments.newPractice();
  for (const viewer of [newPatient(), doctorOf(elsewhere), staffOf(elsewhere.clinic), staffOf()]) {
    expect(await say(appointments, viewer, appointment, 'no')).toBe('NOT_FOUND input.appointment');
    expect(await read(appointments, viewer, appointment, sent)).toBe('NOT_FOUND input.appointment');
    expect(await messagesOf(appointments, viewer, appointment)).toBeNull();
    expect(await inboxOf(appointments, viewer)).toMatchObject({ totalCount: 0, edges: [] });
  }
  expect(await messagesOf(appointments, viewerOf('ADMIN'), appointment)).toMatchObject({ totalCount: 0, edges: [] });
  expect(await inboxOf(appointments, viewerOf('ADMIN'))).toMatchObject({ totalCount: 0, edges: [], statements: 0 });
});

test('a message has 1 to 4000 characters, however many code units they take', async () => {
  const { appointment, patient } = await newVisit(appointments);
  const say4 = (body: string) => say(appointments, patient, appointment, body);
  expect(await say4('🩺'.repeat(4_000))).toMatch(message);
  expect(await say4(` ${'a'.repeat(4_000)} `)).toMatch(message);
  for (const body of ['', ' \n\t ', 'a'.repeat(4_001), '🩺'.repeat(4_001)])
    expect(await say4(body)).toBe('BAD_USER_INPUT input.body');
});

test('what was booked takes messages even when it is over; a hold and a mistake do not', async () => {
  const { practice, appointment, patient, staff } = await newVisit(appointments);
  expect(await appointments.change(patient, 'cancelAppointment', { appointment })).toBe('CANCELLED');
  expect(await say(appointments, patient, appointment, 'sorry')).toMatch(message);
  expect(await appointments.change(staff, 'markAppointmentEnteredInError', { appointment })).toBe('ENTERED_IN_ERROR');
  expect(await say(appointments, patient, appointment, 'hello?')).toBe('MESSAGES_CLOSED input.appointment');
  expect(await messagesOf(appointments, patient, appointment)).toMatchObject({ totalCount: 1 });
  const held = await hold(appointments, patient, practice, { start: ahead(11, '09:00') });
  const pending = toGlobalId('Appointment', uuidOf(held));
  expect(await say(appointments, patient, pending, 'hello?')).toBe('MESSAGES_CLOSED input.appointment');
});

test('messages are paged both ways, and their time grows with each, whoever races', async () => {
  const { appointment, patient, doctor, staff } = await newVisit(appointments);
  const bodies = Array.from({ length: 24 }, (_, index) => String(index));
  const authors = [patient, doctor, staff];
  await Promise.all(bodies.map((body, index) => say(appointments, authors[index % 3] ?? patient, appointment, body)));
  const all = await messagesOf(appointments, patient, appointment, '(first: 100)');
  const shown = all?.edges.map(({ node }) => node) ?? [];
  expect(shown.map(({ body }) => body).toSorted()).toEqual(bodies.toSorted());
  expect(new Set(shown.map(({ sentAt }) => sentAt)).size).toBe(24);
  const first = await messagesOf(appointments, patient, appointment, '(first: 10)');
  expect(first?.pageInfo.hasNextPage).toBe(true);
  const second = await messagesOf(appointments, patient, appointment, `(after: "${first?.pageInfo.endCursor}")`);
  expect([...(first?.edges ?? []), ...(second?.edges ?? [])].map(({ node }) => node.id)).toEqual(
    shown.map(({ id }) => id),
  );
  const last = await messagesOf(appointments, patient, appointment, '(last: 2)');
  expect(last?.edges.map(({ node }) => node.id)).toEqual(shown.slice(-2).map(({ id }) => id));
});

test('the other side learns when it is read, first by whom, and once', async () => {
  const { appointment, patient, doctor, staff } = await newVisit(appointments);
  const one = await say(appointments, patient, appointment, 'one');
  const two = await say(appointments, patient, appointment, 'two');
  const answer = await say(appointments, doctor, appointment, 'answer');
  const three = await say(appointments, patient, appointment, 'three');
  expect(await read(appointments, patient, appointment, two)).toBe(two);
  expect(await read(appointments, staff, appointment, two)).toBe(two);
  const receipts = async () =>
    (await messagesOf(appointments, patient, appointment))?.edges.map(({ node }) => [node.readBy, node.readAt]) ?? [];
  const once = await receipts();
  expect(once).toMatchObject([
    ['STAFF', expect.any(String)],
    ['STAFF', expect.any(String)],
    [null, null],
    [null, null],
  ]);
  expect(await read(appointments, doctor, appointment, two)).toBe(two);
  expect(await read(appointments, staff, appointment, one)).toBe(one);
  expect(await receipts()).toEqual(once);
  expect(await read(appointments, doctor, appointment, three)).toBe(three);
  expect(await read(appointments, patient, appointment, three)).toBe(three);
  expect((await receipts()).map(([by]) => by)).toEqual(['STAFF', 'STAFF', 'PATIENT', 'DOCTOR']);
  expect((await toldOf(appointments, appointment)).filter(({ type }) => type === 'message.read')).toMatchObject([
    { message: two, version: 2 },
    { message: three, version: 2 },
    { message: answer, version: 2 },
  ]);
});

test('only messages of the appointment can be marked, and only by ids of messages', async () => {
  const { appointment, patient, doctor } = await newVisit(appointments);
  const other = await newVisit(appointments);
  const foreign = await say(appointments, other.patient, other.appointment, 'elsewhere');
  await say(appointments, patient, appointment, 'here');
  expect(await read(appointments, doctor, appointment, foreign)).toBe('NOT_FOUND input.upTo');
  expect(await read(appointments, doctor, appointment, toGlobalId('Message', randomUUID()))).toBe(
    'NOT_FOUND input.upTo',
  );
  expect(await read(appointments, doctor, appointment, appointment)).toBe('BAD_USER_INPUT input.upTo');
  expect(await messagesOf(appointments, patient, appointment)).toMatchObject({ edges: [{ node: { readAt: null } }] });
});

test('events name the message and the parties, and nothing that was written is told or kept elsewhere', async () => {
  const { practice, appointment, patient, doctor } = await newVisit(appointments);
  const secret = `secret ${randomUUID()}`;
  const sent = await say(appointments, patient, appointment, secret, 'a key');
  await read(appointments, doctor, appointment, sent);
  const payload = {
    appointment: parseGlobalId(appointment)?.uuid,
    patient: patient.patient,
    doctor: practice.doctor,
    clinic: practice.clinic,
  };
  expect(await toldOf(appointments, appointment)).toEqual([
    { message: sent, type: 'message.sent', version: 1, payload },
    { message: sent, type: 'message.read', version: 2, payload },
  ]);
  const { rows } = await sql<{ found: number }>`
    select (select count(*) from appointments.outbox row where row::text like ${`%${secret}%`})
         + (select count(*) from appointments.idempotency row where row::text like ${`%${secret}%`}) as found`.execute(
    appointments.db,
  );
  expect(rows).toEqual([{ found: 0 }]);
});
