import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { eventually } from '@consulta/platform/outbox/fixture';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followAppointment } from '../src/message/change-queries.ts';
import { type Appointments, ahead, doctorOf, startAppointments } from './fixture.ts';
import { uuidOf } from './holds.ts';
import { inboxOf, messagesOf, newVisit, read, say, toldOf } from './messages.ts';

let now = new Date();
let appointments: Appointments;
beforeAll(async () => {
  appointments = await startAppointments(() => now);
});
afterAll(() => appointments.stop());

const tally = (outcomes: readonly string[]) => {
  const sent = outcomes.filter((outcome) => outcome.startsWith('message_')).length;
  return { sent, refused: outcomes.filter((outcome) => outcome.startsWith('TOO_MANY_MESSAGES')).length };
};
const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000);
};

test('of 50 messages that an account sends at once 30 are sent, then one in two seconds', async () => {
  const { appointment, patient, doctor } = await newVisit(appointments);
  const burst = () =>
    Promise.all(Array.from({ length: 50 }, (_, index) => say(appointments, patient, appointment, `${index}`)));
  expect(tally(await burst())).toEqual({ sent: 30, refused: 20 });
  pass(2);
  expect(tally(await burst())).toEqual({ sent: 1, refused: 49 });
  pass(3_600);
  expect(tally(await burst())).toEqual({ sent: 30, refused: 20 });
  expect(tally([await say(appointments, doctor, appointment, 'enough')])).toEqual({ sent: 1, refused: 0 });
  expect(await messagesOf(appointments, patient, appointment)).toMatchObject({ totalCount: 62 });
});

test('a message that is sent 20 times with one key is sent once', async () => {
  const { appointment, patient } = await newVisit(appointments);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => say(appointments, patient, appointment, 'once', 'key')),
  );
  expect(new Set(outcomes).size).toBe(1);
  expect(await messagesOf(appointments, patient, appointment)).toMatchObject({ totalCount: 1 });
  expect(await toldOf(appointments, appointment)).toHaveLength(1);
  expect(await say(appointments, patient, appointment, 'twice', 'key')).toMatch(/^IDEMPOTENCY_KEY_REUSED/);
});

test('of 20 of a care team who read the same messages at once, one is told of', async () => {
  const { appointment, patient, doctor, staff } = await newVisit(appointments);
  let last = '';
  for (let index = 0; index < 5; index += 1) last = await say(appointments, patient, appointment, `${index}`);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => read(appointments, index % 2 === 0 ? doctor : staff, appointment, last)),
  );
  expect(new Set(outcomes)).toEqual(new Set([last]));
  const told = (await toldOf(appointments, appointment)).filter(({ type }) => type === 'message.read');
  expect(told).toMatchObject([{ message: last }]);
});

test('writing and reading at once never stops anybody, and all is read in the end', async () => {
  const { appointment, patient, doctor } = await newVisit(appointments);
  await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const [mine, theirs] = await Promise.all([
        say(appointments, patient, appointment, `${index}`),
        say(appointments, doctor, appointment, `${index}`),
      ]);
      await Promise.all([
        read(appointments, doctor, appointment, mine),
        read(appointments, patient, appointment, theirs),
      ]);
    }),
  );
  for (const viewer of [patient, doctor])
    expect(await inboxOf(appointments, viewer)).toMatchObject({ edges: [{ node: { unreadCount: 0 } }] });
});

test('a conversation begun while its appointment moves to another doctor is in the inbox of that doctor', async () => {
  for (let round = 0; round < 10; round += 1) {
    pass(60);
    const visit = await newVisit(appointments, ahead(20 + round, '09:00'));
    const other = await appointments.newPractice({ clinic: visit.practice.clinic });
    const start = ahead(20 + round, '11:00');
    const moved = { appointment: visit.appointment, start, doctor: toGlobalId('Doctor', other.doctor) };
    const [, ...outcomes] = await Promise.all([
      appointments.change(visit.staff, 'rescheduleAppointment', {
        ...moved,
        service: toGlobalId('HealthcareService', other.service),
      }),
      ...Array.from({ length: 4 }, () => say(appointments, visit.patient, visit.appointment, 'hello')),
    ]);
    expect(tally(outcomes)).toEqual({ sent: 4, refused: 0 });
    const { doctor_id } = await appointments.db
      .selectFrom('appointment')
      .select('doctor_id')
      .where('id', '=', uuidOf(visit.appointment))
      .executeTakeFirstOrThrow();
    expect(doctor_id).toBe(other.doctor);
    expect(await inboxOf(appointments, visit.doctor)).toMatchObject({ totalCount: 0 });
    const node = { appointment: { id: visit.appointment }, unreadCount: 4 };
    expect(await inboxOf(appointments, doctorOf(other))).toMatchObject({ totalCount: 1, edges: [{ node }] });
    expect(await messagesOf(appointments, visit.doctor, visit.appointment)).toBeNull();
  }
});

test('who writes while an appointment moves waits, and the conversation is the new doctor’s', async () => {
  const { db } = appointments;
  const { practice, appointment, patient, doctor } = await newVisit(appointments, ahead(40, '09:00'));
  const other = await appointments.newPractice({ clinic: practice.clinic });
  const id = uuidOf(appointment);
  const moving = await db.startTransaction().execute();
  await moving.updateTable('appointment').set({ doctor_id: other.doctor }).where('id', '=', id).execute();
  await followAppointment(moving, { id, doctor_id: other.doctor, clinic_id: practice.clinic });
  const sent = say(appointments, patient, appointment, 'hello');
  const waits = eventually(
    async () =>
      (
        await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
          moving,
        )
      ).rows.length,
    (count) => count > 0,
  );
  await Promise.race([sent, waits]);
  await moving.commit().execute();
  expect(await sent).toMatch(/^message_/);
  expect(await inboxOf(appointments, doctor)).toMatchObject({ totalCount: 0 });
  expect(await inboxOf(appointments, doctorOf(other))).toMatchObject({ totalCount: 1 });
});
