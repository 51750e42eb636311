import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { viewerOf } from '../../../../test/kit/subgraph.ts';
import {
  type Appointments,
  ahead,
  doctorOf,
  newPatient,
  type Practice,
  show,
  staffOf,
  startAppointments,
} from '../fixture.ts';
import { bookSeries, send, type Visit, weeksAfter } from './fixture.ts';

let appointments: Appointments;
let practice: Practice;
let patient: Viewer;
let present: Date;
beforeAll(async () => {
  appointments = await startAppointments(() => present);
});
beforeEach(async () => {
  present = new Date();
  practice = await appointments.newPractice();
  patient = newPatient();
});
afterAll(() => appointments.stop());

const start = ahead(7, '09:00');
const book = async (count: number): Promise<readonly Visit[]> =>
  (await bookSeries(appointments, patient, practice, { start, count })).visits;
const idOf = (visits: readonly Visit[], number: number) =>
  visits.find(({ seriesNumber }) => seriesNumber === number)?.id ?? '';
const cancel = (viewer: Viewer, appointment: string, scope: string, more = {}) =>
  send(appointments, viewer, 'cancelAppointmentSeries', { appointment, scope, ...more });
const move = (viewer: Viewer, appointment: string, scope: string, to: string, more = {}) =>
  send(appointments, viewer, 'rescheduleAppointmentSeries', { appointment, scope, start: to, ...more });
const startsOf = (visits: readonly Visit[]) =>
  Object.fromEntries(visits.map((visit) => [visit.seriesNumber, visit.start]));
const statusesOf = (visits: readonly Visit[]) =>
  visits.toSorted((a, b) => a.seriesNumber - b.seriesNumber).map(({ status }) => status);
/** Times that are taken, each with the start of its appointment: equal where both tables tell the same. */
const taken = async () => {
  const { rows } = await sql<{ allocated: Date; starts_at: Date }>`
    select lower(visit) as allocated, starts_at from appointments.slot_allocation
    join appointments.appointment on id = appointment_id where slot_allocation.schedule_id = ${practice.schedule} order by 1`.execute(
    appointments.db,
  );
  expect(rows.every(({ allocated, starts_at }) => allocated.getTime() === starts_at.getTime())).toBe(true);
  return rows.map(({ starts_at }) => starts_at.toISOString());
};

test('this one, this and those that follow, or all are cancelled, and their times are free', async () => {
  const visits = await book(5);
  const one = await cancel(patient, idOf(visits, 2), 'THIS', { reason: 'away' });
  expect(one).toMatchObject({ cancelled: 1, codes: [], series: { version: 2 } });
  expect(statusesOf(one.visits)).toEqual(['BOOKED', 'CANCELLED', 'BOOKED', 'BOOKED', 'BOOKED']);
  const following = await cancel(patient, idOf(visits, 4), 'THIS_AND_FOLLOWING');
  expect(following).toMatchObject({ cancelled: 2, series: { version: 3 } });
  expect(await taken()).toEqual([start, weeksAfter(start, 2)]);
  // From one that is cancelled itself, too.
  const all = await cancel(patient, idOf(visits, 2), 'ALL');
  expect(all).toMatchObject({ cancelled: 2, series: { version: 4 } });
  expect(statusesOf(all.visits)).toEqual(Array(5).fill('CANCELLED'));
  expect(all.visits.every(({ version }) => version === 2)).toBe(true);
  expect(await cancel(patient, idOf(visits, 1), 'ALL')).toMatchObject({ codes: ['ILLEGAL_TRANSITION'] });
});

test('each cancelled appointment has its event, and the series one of its own, ids only', async () => {
  const visits = await book(3);
  await cancel(staffOf(practice.clinic), idOf(visits, 1), 'ALL', { reason: 'a private matter' });
  const { rows } = await sql<{ type: string; version: number }>`
    select type, version, payload from appointments.outbox
    where payload ->> 'doctor' = ${practice.doctor} order by id offset 4`.execute(appointments.db);
  expect(rows.map(({ type, version }) => `${type} ${version}`)).toEqual([
    'series.cancelled 2',
    ...Array(3).fill('appointment.cancelled 2'),
  ]);
  expect(JSON.stringify(rows)).not.toContain('private');
});

test('a move of all by a week onto their own places leaves each one week later, under its number', async () => {
  const visits = await book(4);
  const moved = await move(patient, idOf(visits, 1), 'ALL', weeksAfter(start, 1));
  expect(moved).toMatchObject({ codes: [], series: { version: 2, startDate: weeksAfter(start, 1).slice(0, 10) } });
  expect(startsOf(moved.visits)).toEqual({
    1: weeksAfter(start, 1),
    2: weeksAfter(start, 2),
    3: weeksAfter(start, 3),
    4: weeksAfter(start, 4),
  });
  expect(await taken()).toEqual([1, 2, 3, 4].map((weeks) => weeksAfter(start, weeks)));
  const back = await move(patient, idOf(visits, 3), 'ALL', weeksAfter(start, 2));
  expect(await taken()).toEqual([0, 1, 2, 3].map((weeks) => weeksAfter(start, weeks)));
  expect(back).toMatchObject({ series: { version: 3, startDate: start.slice(0, 10) } });
});

test('this and those that follow move to another day and hour; the ones before stay, and so does the cancelled one', async () => {
  const visits = await book(5);
  await appointments.change(patient, 'cancelAppointment', { appointment: idOf(visits, 4) });
  const to = ahead(7 + 14 + 1, '11:30');
  const moved = await move(patient, idOf(visits, 3), 'THIS_AND_FOLLOWING', to);
  expect(startsOf(moved.visits)).toEqual({
    1: start,
    2: weeksAfter(start, 1),
    3: to,
    4: weeksAfter(start, 3),
    5: weeksAfter(to, 2),
  });
  expect(statusesOf(moved.visits)).toEqual(['BOOKED', 'BOOKED', 'BOOKED', 'CANCELLED', 'BOOKED']);
  expect(moved.series).toMatchObject({ startDate: start.slice(0, 10) });
});

test('one that was moved alone moves as far as the others, and keeps its distance from them', async () => {
  const visits = await book(3);
  await appointments.change(patient, 'rescheduleAppointment', {
    appointment: idOf(visits, 2),
    start: ahead(7 + 7 + 2, '15:00'),
  });
  const moved = await move(patient, idOf(visits, 1), 'ALL', ahead(8, '10:00'));
  expect(startsOf(moved.visits)).toEqual({
    1: ahead(8, '10:00'),
    2: ahead(7 + 7 + 3, '16:00'),
    3: ahead(8 + 14, '10:00'),
  });
});

test('a move that one appointment cannot follow moves none, and names each that cannot', async () => {
  const visits = await book(4);
  const to = ahead(8, '10:00');
  await appointments.book(newPatient(), practice, { start: weeksAfter(to, 1) });
  await appointments.book(newPatient(), practice, { start: weeksAfter(to, 3) });
  const before = await taken();
  const key = { idempotencyKey: randomUUID() };
  const refused = await move(patient, idOf(visits, 1), 'ALL', to, key);
  expect(refused).toMatchObject({
    series: null,
    codes: ['SERIES_CONFLICT'],
    conflicts: [
      { number: 2, start: weeksAfter(to, 1), code: 'SLOT_TAKEN' },
      { number: 4, start: weeksAfter(to, 3), code: 'SLOT_TAKEN' },
    ],
  });
  expect(await taken()).toEqual(before);
  expect(await move(patient, idOf(visits, 1), 'ALL', to, key)).toEqual(refused);
  const outside = await move(patient, idOf(visits, 1), 'ALL', ahead(8, '23:00'));
  expect(new Set(outside.conflicts.map(({ code }) => code))).toEqual(new Set(['OUTSIDE_AVAILABILITY']));
  expect(outside.conflicts).toHaveLength(4);
});

test('one that is with another doctor by now moves in the schedule of that one', async () => {
  const visits = await book(3);
  const other = await appointments.newPractice({ clinic: practice.clinic });
  await appointments.change(staffOf(practice.clinic), 'rescheduleAppointment', {
    appointment: idOf(visits, 2),
    start: weeksAfter(start, 1),
    doctor: toGlobalId('Doctor', other.doctor),
    service: toGlobalId('HealthcareService', other.service),
  });
  const moved = await move(patient, idOf(visits, 1), 'ALL', ahead(8, '10:00'));
  expect(startsOf(moved.visits)).toEqual({ 1: ahead(8, '10:00'), 2: ahead(15, '10:00'), 3: ahead(22, '10:00') });
  const { rows: there } = await sql`
    select lower(visit) as at from appointments.slot_allocation where schedule_id = ${other.schedule}`.execute(
    appointments.db,
  );
  expect(there).toEqual([{ at: new Date(ahead(15, '10:00')) }]);
  // The first doctor sees and moves their own visits, not the one of the colleague.
  const own = await move(doctorOf(practice), idOf(visits, 1), 'ALL', ahead(8, '12:00'));
  expect(startsOf(own.visits)).toEqual({ 1: ahead(8, '12:00'), 3: ahead(22, '12:00') });
  // The other sees the visit, but no series of theirs.
  expect(await cancel(doctorOf(other), idOf(visits, 2), 'ALL')).toMatchObject({ codes: ['NOT_IN_SERIES'] });
});

test('what has begun stays where it is', async () => {
  const visits = await book(3);
  const staff = staffOf(practice.clinic);
  present = new Date(Date.parse(start) + 60_000);
  const tooLate = { series: null, codes: ['TOO_LATE'] };
  expect(await move(staff, idOf(visits, 1), 'ALL', weeksAfter(start, 1))).toMatchObject(tooLate);
  expect(await cancel(staff, idOf(visits, 1), 'THIS')).toMatchObject(tooLate);
  const moved = await move(staff, idOf(visits, 2), 'ALL', ahead(7 + 8, '10:00'));
  expect(startsOf(moved.visits)).toEqual({ 1: start, 2: ahead(7 + 8, '10:00'), 3: ahead(7 + 15, '10:00') });
  const rest = await cancel(staff, idOf(visits, 1), 'ALL');
  expect(rest.cancelled).toBe(2);
  expect(statusesOf(rest.visits)).toEqual(['BOOKED', 'CANCELLED', 'CANCELLED']);
});

test('changes are for those who see the series, at the version they read, and of a series only', async () => {
  const visits = await book(3);
  const first = idOf(visits, 1);
  const to = ahead(8, '09:00');
  for (const stranger of [newPatient(), viewerOf('DOCTOR', { doctor: randomUUID() }), staffOf(randomUUID())]) {
    expect(await cancel(stranger, first, 'ALL')).toMatchObject({ codes: ['NOT_FOUND'], series: null, cancelled: null });
    expect(await move(stranger, first, 'ALL', to)).toMatchObject({ codes: ['NOT_FOUND'] });
  }
  await expect(cancel(viewerOf('ANONYMOUS'), first, 'ALL')).rejects.toThrow('UNAUTHENTICATED');
  await expect(move(viewerOf('PARTNER'), first, 'ALL', to)).rejects.toThrow('FORBIDDEN');
  expect(await cancel(patient, first, 'ALL', { expectedVersion: 2 })).toMatchObject({ codes: ['VERSION_CONFLICT'] });
  expect(await move(patient, first, 'ALL', to, { expectedVersion: 2 })).toMatchObject({ codes: ['VERSION_CONFLICT'] });
  const lone = await appointments.book(patient, practice, { start: ahead(7, '12:00') });
  expect(await cancel(patient, lone, 'ALL')).toMatchObject({ codes: ['NOT_IN_SERIES'] });
  expect(await move(patient, lone, 'ALL', to)).toMatchObject({ codes: ['NOT_IN_SERIES'] });
  expect(await taken()).toHaveLength(4);
});

test('a repeated key cancels once', async () => {
  const visits = await book(3);
  const key = { idempotencyKey: randomUUID() };
  const first = await cancel(patient, idOf(visits, 2), 'THIS_AND_FOLLOWING', key);
  expect(first.cancelled).toBe(2);
  expect(await cancel(patient, idOf(visits, 2), 'THIS_AND_FOLLOWING', key)).toEqual(first);
});

test('cancelling sends as many statements for 52 as for 2, moving one more for each', async () => {
  const sent = async (viewer: Viewer, mutation: string, input: Record<string, unknown>) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { appointmentSeries { id } userErrors { code } } }`;
    const { statements, data } = await appointments.execute<Record<string, unknown>>(viewer, query, { input });
    expect(data[mutation]).toMatchObject({ userErrors: [] });
    return show(mutation, statements);
  };
  for (const [count, hour] of [
    [2, '14:00'],
    [50, '16:00'],
  ] as const) {
    const { visits } = await bookSeries(appointments, patient, practice, { start: ahead(7, hour), count });
    const appointment = idOf(visits, 1);
    const moving = { appointment, scope: 'ALL', start: ahead(8, hour) };
    expect(await sent(patient, 'rescheduleAppointmentSeries', moving)).toBe(15 + count);
    expect(await sent(patient, 'cancelAppointmentSeries', { appointment, scope: 'ALL' })).toBe(7);
  }
});
