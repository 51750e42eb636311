import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Appointments, ahead, doctorOf, newPatient, staffOf, startAppointments } from './fixture.ts';
import { inboxOf, newVisit, read, say } from './messages.ts';

let appointments: Appointments;
beforeAll(async () => {
  appointments = await startAppointments();
});
afterAll(() => appointments.stop());

/** Appointments of one practice, each of a patient of its own, with a message by the patient. */
async function conversations(clinic: string | undefined, count: number) {
  const practice = await appointments.newPractice(clinic === undefined ? {} : { clinic });
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const patient = newPatient();
    const start = ahead(10 + Math.floor(index / 20), `${String(8 + Math.floor((index % 20) / 2)).padStart(2, '0')}:00`);
    const id = await appointments.book(patient, practice, {
      start: index % 2 === 0 ? start : start.replace(':00:', ':30:'),
    });
    await say(appointments, patient, id, `hello ${index}`);
    ids.push(id);
  }
  return { practice, ids };
}

test('the inbox tells of each conversation what was said last and how much is unread, the newest first', async () => {
  const one = await newVisit(appointments);
  const { patient, doctor } = one;
  const later = await appointments.book(patient, one.practice, { start: ahead(12, '09:00') });
  await say(appointments, patient, one.appointment, 'first');
  const mine = await say(appointments, patient, one.appointment, 'second');
  const theirs = await say(appointments, doctor, later, 'about the other');
  const about = (id: string, body: string, isMine: boolean, unreadCount: number) => ({
    node: { appointment: { id }, lastMessage: { body, isMine }, unreadCount },
  });
  expect((await inboxOf(appointments, patient)).edges).toMatchObject([
    about(later, 'about the other', false, 1),
    about(one.appointment, 'second', true, 0),
  ]);
  expect((await inboxOf(appointments, doctor)).edges).toMatchObject([
    about(later, 'about the other', true, 0),
    about(one.appointment, 'second', false, 2),
  ]);
  await read(appointments, one.staff, one.appointment, mine);
  await read(appointments, patient, later, theirs);
  await say(appointments, doctor, one.appointment, 'third');
  expect((await inboxOf(appointments, patient)).edges).toMatchObject([
    about(one.appointment, 'third', false, 1),
    about(later, 'about the other', false, 0),
  ]);
  expect((await inboxOf(appointments, doctor)).edges.map(({ node }) => node.unreadCount)).toEqual([0, 0]);
});

test('staff of several clinics have one inbox, paged both ways, each conversation once', async () => {
  const here = await conversations(undefined, 7);
  const there = await conversations(undefined, 6);
  const elsewhere = await conversations(undefined, 2);
  const staff = staffOf(here.practice.clinic, there.practice.clinic);
  const newestFirst = [...here.ids, ...there.ids].reverse();
  const shown: (string | undefined)[] = [];
  for (let after = '', more = true; more; ) {
    const page = await inboxOf(appointments, staff, `(first: 5${after})`);
    expect(page.totalCount).toBe(13);
    shown.push(...page.edges.map(({ node }) => node.appointment?.id));
    after = `, after: "${page.pageInfo.endCursor}"`;
    more = page.pageInfo.hasNextPage;
  }
  expect(shown).toEqual(newestFirst);
  const last = await inboxOf(appointments, staff, '(last: 3)');
  expect(last.edges.map(({ node }) => node.appointment?.id)).toEqual(newestFirst.slice(-3));
  expect((await inboxOf(appointments, doctorOf(elsewhere.practice))).totalCount).toBe(2);
});

test('an inbox costs as many statements however long it is', async () => {
  const { practice } = await conversations(undefined, 30);
  const statements = await Promise.all(
    [1, 30].map(async (first) => (await inboxOf(appointments, doctorOf(practice), `(first: ${first})`)).statements),
  );
  // Conversations, their count, appointments, newest messages, unread messages.
  expect(statements).toEqual([5, 5]);
});
