import type { Relay } from '@consulta/platform/outbox/relay';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepExpiredHolds } from '../src/hold/sweep-expired-holds.ts';
import { type Appointments, ahead, newPatient, type Practice, staffOf, startAppointments } from './fixture.ts';
import { confirm, hold, release, runOut, whatBecameOf } from './holds.ts';
import { join, leave, settled, standing, startRelay } from './waiting.ts';

let appointments: Appointments;
let relays: Relay[];
beforeAll(async () => {
  appointments = await startAppointments(undefined, 30);
  // Two of them, in every test.
  relays = [await startRelay(appointments), await startRelay(appointments)];
});
afterAll(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await appointments.stop();
});

interface Waits {
  readonly viewer: Viewer;
  readonly id: string;
}

const week = { from: ahead(10, '00:00'), to: ahead(17, '00:00') };

async function waitFor(practice: Practice, wanted: Parameters<typeof join>[3] = week): Promise<Waits> {
  const viewer = newPatient();
  return { viewer, id: await join(appointments, viewer, practice, wanted) };
}

async function waitInLine(practice: Practice, count: number): Promise<Waits[]> {
  const line: Waits[] = [];
  for (let index = 0; index < count; index += 1) line.push(await waitFor(practice));
  return line;
}

async function bookAt(practice: Practice, start: string): Promise<() => Promise<unknown>> {
  const appointment = await appointments.book(newPatient(), practice, { start });
  return () => appointments.change(staffOf(practice.clinic), 'cancelAppointment', { appointment });
}

/** Where each of them stands when all is delivered: the start of what they are offered, or their status. */
async function where(line: readonly Waits[]): Promise<string[]> {
  await settled(appointments);
  const all = await Promise.all(line.map(({ id }) => standing(appointments, id)));
  return all.map(({ status, start }) => (status === 'offered' ? (start ?? '') : status));
}

const sweep = () =>
  sweepExpiredHolds(createUnitOfWork({ db: appointments.db, schema: 'appointments', poke: () => undefined }));
const offerOf = async ({ id }: Waits) => (await standing(appointments, id)).hold;

test('a freed time is held for the first in line, who books it', async () => {
  const practice = await appointments.newPractice();
  const cancel = await bookAt(practice, ahead(11, '09:00'));
  const line = await waitInLine(practice, 2);
  await cancel();
  expect(await where(line)).toEqual([ahead(11, '09:00'), 'waiting']);
  const [first] = line;
  if (first === undefined) throw new Error('nobody waits');
  expect(await appointments.book(newPatient(), practice, { start: ahead(11, '09:00') })).toBe('SLOT_TAKEN');
  const offered = await offerOf(first);
  expect(await confirm(appointments, newPatient(), offered)).toBe('NOT_FOUND');
  expect(await confirm(appointments, first.viewer, offered)).toMatch(/^appointment_/);
  expect(await standing(appointments, first.id)).toMatchObject({
    status: 'booked',
    events: ['waitlist.joined', 'waitlist.offered', 'waitlist.booked'],
  });
  expect(await whatBecameOf(appointments, offered)).toMatchObject({ status: 'booked', events: ['held', 'booked'] });
  expect(await where(line)).toEqual(['booked', 'waiting']);
});

test('of many times that are freed at once, each goes to the next in line, whichever relay offers it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const practice = await appointments.newPractice();
    const starts = ['09:00', '11:00', '13:00', '15:00'].map((time) => ahead(11, time));
    const cancels = await Promise.all(starts.map((start) => bookAt(practice, start)));
    const line = await waitInLine(practice, 7);
    await Promise.all(cancels.map((cancel) => cancel()));
    const offers = await where(line);
    expect(offers.slice(0, 4).toSorted()).toEqual(starts);
    expect(offers.slice(4)).toEqual(['waiting', 'waiting', 'waiting']);
  }
});

test('one freed hour serves two visits of half an hour', async () => {
  const practice = await appointments.newPractice({ durationMinutes: 60 });
  const cancel = await bookAt(practice, ahead(11, '09:00'));
  await appointments.db
    .updateTable('bookable_service')
    .set({ duration_minutes: 30 })
    .where('service_id', '=', practice.service)
    .execute();
  // Nothing is free around it.
  await bookAt(practice, ahead(11, '08:30'));
  await bookAt(practice, ahead(11, '10:00'));
  const line = await waitInLine(practice, 3);
  await cancel();
  expect(await where(line)).toEqual([ahead(11, '09:00'), ahead(11, '09:30'), 'waiting']);
});

test('an offer that is declined, runs out, or whose patient leaves passes to the next, and never back', async () => {
  const practice = await appointments.newPractice();
  const start = ahead(11, '09:00');
  await bookAt(practice, ahead(11, '08:30'));
  const cancel = await bookAt(practice, start);
  await bookAt(practice, ahead(11, '09:30'));
  const line = await waitInLine(practice, 4);
  const [first, second, third] = line;
  if (first === undefined || second === undefined || third === undefined) throw new Error('nobody waits');
  await cancel();
  expect(await where(line)).toEqual([start, 'waiting', 'waiting', 'waiting']);
  expect(await release(appointments, first.viewer, await offerOf(first))).toBe('CANCELLED');
  expect(await where(line)).toEqual(['waiting', start, 'waiting', 'waiting']);
  await runOut(appointments, await offerOf(second));
  await sweep();
  expect(await where(line)).toEqual(['waiting', 'waiting', start, 'waiting']);
  expect(await leave(appointments, third.viewer, third.id)).toBe('CANCELLED');
  expect(await where(line)).toEqual(['waiting', 'waiting', 'cancelled', start]);
  await runOut(appointments, await offerOf(line[3] ?? first));
  await sweep();
  expect(await where(line)).toEqual(['waiting', 'waiting', 'cancelled', 'waiting']);
  // Another time is another matter, and those who were asked have kept their places.
  const other = await bookAt(practice, ahead(12, '09:00'));
  await other();
  expect(await where(line)).toEqual([ahead(12, '09:00'), 'waiting', 'cancelled', 'waiting']);
});

test('nobody is offered a time outside their period, in another way than they want, or that they cannot take', async () => {
  const practice = await appointments.newPractice();
  const start = ahead(11, '09:00');
  const cancel = await bookAt(practice, start);
  const early = await waitFor(practice, { from: week.from, to: ahead(11, '09:15') });
  const late = await waitFor(practice, { from: ahead(11, '09:15'), to: week.to });
  await appointments.db
    .updateTable('bookable_service')
    .set({ modalities: ['video'] })
    .where('service_id', '=', practice.service)
    .execute();
  const busy = await waitFor(practice);
  await appointments.book(busy.viewer, await appointments.newPractice(), { start });
  const holder = await waitFor(practice);
  const video = await waitFor(practice, { ...week, modality: 'VIDEO' });
  await appointments.db
    .updateTable('bookable_service')
    .set({ modalities: ['in_person', 'video'] })
    .where('service_id', '=', practice.service)
    .execute();
  expect(await hold(appointments, holder.viewer, practice, { start: ahead(12, '09:00') })).toMatch(/^hold_/);
  await bookAt(practice, ahead(11, '08:30'));
  await bookAt(practice, ahead(11, '09:30'));
  await cancel();
  expect(await where([early, late, busy, holder, video])).toEqual(['waiting', 'waiting', 'waiting', 'waiting', start]);
  const { rows } = await sql<{ modality: string }>`
    select modality from appointments.appointment where doctor_id = ${practice.doctor} and status = 'pending'
    and patient_id = ${video.viewer.patient}`.execute(appointments.db);
  expect(rows).toEqual([{ modality: 'video' }]);
});

test('a time that is too near to be booked is offered to nobody', async () => {
  const practice = await appointments.newPractice();
  const cancel = await bookAt(practice, ahead(11, '09:00'));
  const line = [await waitFor(practice)];
  await appointments.db
    .updateTable('schedule')
    .set({ minimum_notice_minutes: 20 * 24 * 60 })
    .where('id', '=', practice.schedule)
    .execute();
  await cancel();
  expect(await where(line)).toEqual(['waiting']);
});

test('time is freed by moving, by no-show, by mistakes and by released holds too', async () => {
  const practice = await appointments.newPractice();
  const staff = staffOf(practice.clinic);
  const line = await waitInLine(practice, 4);
  const [moved, missed, mistake] = [
    await appointments.book(newPatient(), practice, { start: ahead(11, '08:00') }),
    await appointments.book(newPatient(), practice, { start: ahead(11, '10:00') }),
    await appointments.book(newPatient(), practice, { start: ahead(11, '12:00') }),
  ];
  const patient = newPatient();
  const held = await hold(appointments, patient, practice, { start: ahead(11, '14:00') });
  await appointments.change(staff, 'rescheduleAppointment', { appointment: moved, start: ahead(20, '08:00') });
  expect((await where(line))[0]).toBe(ahead(11, '08:00'));
  await appointments.change(staff, 'markAppointmentNoShow', { appointment: missed });
  expect((await where(line))[1]).toBe(ahead(11, '10:00'));
  await appointments.change(staff, 'markAppointmentEnteredInError', { appointment: mistake });
  expect((await where(line))[2]).toBe(ahead(11, '12:00'));
  await release(appointments, patient, held);
  expect((await where(line))[3]).toBe(ahead(11, '14:00'));
});

test('an offer does not count among the holds of who gets it', async () => {
  const practices = await Promise.all(Array.from({ length: 5 }, () => appointments.newPractice()));
  const viewer = newPatient();
  for (const [index, practice] of practices.entries()) {
    const cancel = await bookAt(practice, ahead(11, `${10 + index}:00`));
    await join(appointments, viewer, practice, week);
    await cancel();
  }
  await settled(appointments);
  const { data } = await appointments.execute<{ slotHolds: unknown }>(viewer, '{ slotHolds { totalCount } }');
  expect(data.slotHolds).toEqual({ totalCount: 5 });
  const other = await appointments.newPractice();
  expect(await hold(appointments, viewer, other, { start: ahead(11, '18:00') })).toMatch(/^hold_/);
});

test('an offer that is accepted while its patient leaves is one or the other', async () => {
  for (let round = 0; round < 10; round += 1) {
    const practice = await appointments.newPractice();
    const cancel = await bookAt(practice, ahead(11, '09:00'));
    const waits = await waitFor(practice);
    await cancel();
    expect(await where([waits])).toEqual([ahead(11, '09:00')]);
    const offered = await offerOf(waits);
    const [confirmed, left] = await Promise.all([
      confirm(appointments, waits.viewer, offered),
      leave(appointments, waits.viewer, waits.id),
    ]);
    const { status } = await standing(appointments, waits.id);
    const after = await whatBecameOf(appointments, offered);
    if (left === 'CANCELLED')
      expect([confirmed, status, after?.status]).toEqual(['HOLD_EXPIRED', 'cancelled', 'lapsed']);
    else expect([left, status, after?.status]).toEqual(['NOT_WAITING', 'booked', 'booked']);
  }
});
