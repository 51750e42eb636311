import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import { sweepExpiredHolds } from '../src/hold/sweep-expired-holds.ts';
import { type Appointments, ahead, newPatient, type Practice, staffOf, startAppointments, tally } from './fixture.ts';
import { confirm, hold, release, runOut, whatBecameOf } from './holds.ts';

let appointments: Appointments;
let practice: Practice;
beforeAll(async () => {
  appointments = await startAppointments();
  practice = await appointments.newPractice();
});
afterAll(() => appointments.stop());

const unitOfWork = () => createUnitOfWork({ db: appointments.db, schema: 'appointments', poke: () => undefined });
/** Ids of holds count as `held`. */
const tallyHolds = (outcomes: readonly string[]) =>
  tally(outcomes.map((outcome) => (outcome.startsWith('hold_') ? 'held' : outcome)));
/** Starts that do not overlap, on a day of their own. */
const starts = (day: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    ahead(day + Math.floor(index / 16), `${String(6 + (index % 16)).padStart(2, '0')}:00`),
  );

const held = { status: 'pending', allocations: 1, events: ['held'], outbox: ['appointment.held'] };
const booked = {
  status: 'booked',
  allocations: 1,
  events: ['held', 'booked'],
  outbox: ['appointment.held', 'appointment.booked'],
};
const ended = (how: 'cancelled' | 'expired') => ({
  status: 'lapsed',
  allocations: 0,
  events: ['held', how],
  outbox: ['appointment.held', `appointment.${how}`],
});

test('of 200 who race to hold one time, 1 holds it', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, () => hold(appointments, newPatient(), practice, { start: ahead(3, '09:00') })),
  );
  expect(tallyHolds(outcomes)).toEqual({ held: 1, SLOT_TAKEN: 199 });
});

test('of 50 holds of one patient with one doctor, at 50 times, 1 is made', async () => {
  const patient = newPatient();
  const outcomes = await Promise.all(starts(10, 50).map((start) => hold(appointments, patient, practice, { start })));
  expect(tallyHolds(outcomes)).toEqual({ held: 1, HOLD_EXISTS: 49 });
});

test('of 50 holds of one patient with 50 doctors, 3 are made; when they have run out, 3 more', async () => {
  const patient = newPatient();
  const practices = await Promise.all(Array.from({ length: 50 }, () => appointments.newPractice()));
  const race = (day: number) =>
    Promise.all(
      starts(day, 50).map((start, index) => hold(appointments, patient, practices[index] ?? practice, { start })),
    );
  const first = await race(10);
  expect(tallyHolds(first)).toEqual({ held: 3, TOO_MANY_HOLDS: 47 });
  for (const id of first.filter((outcome) => outcome.startsWith('hold_'))) await runOut(appointments, id);
  const second = await race(20);
  expect(tallyHolds(second)).toEqual({ held: 3, TOO_MANY_HOLDS: 47 });
  for (const id of first.filter((outcome) => outcome.startsWith('hold_')))
    expect(await whatBecameOf(appointments, id)).toEqual(ended('expired'));
});

test('staff hold for 20 patients at once, not for 21', async () => {
  const staff = staffOf(practice.clinic);
  const outcomes = await Promise.all(
    starts(20, 30).map((start) => hold(appointments, staff, practice, { start, patient: crypto.randomUUID() })),
  );
  expect(tallyHolds(outcomes)).toEqual({ held: 20, TOO_MANY_HOLDS: 10 });
});

test('of 100 who race to hold a time and 100 who race to book it, 1 wins', async () => {
  const start = ahead(4, '09:00');
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      index % 2 === 0
        ? hold(appointments, newPatient(), practice, { start })
        : appointments.book(newPatient(), practice, { start }),
    ),
  );
  const { SLOT_TAKEN: lost, ...won } = tallyHolds(outcomes);
  expect(lost).toBe(199);
  expect(Object.values(won)).toEqual([1]);
});

test('a hold that runs out is booked by its holder or by the next who comes, never by both and never by nobody', async () => {
  for (let round = 0; round < 20; round += 1) {
    const start = ahead(30 + round, '09:00');
    const [holder, rival] = [newPatient(), newPatient()];
    const id = await hold(appointments, holder, practice, { start });
    const [, confirmed, taken] = await Promise.all([
      runOut(appointments, id),
      confirm(appointments, holder, id),
      appointments.book(rival, practice, { start }),
      sweepExpiredHolds(unitOfWork()),
    ]);
    const what = await whatBecameOf(appointments, id);
    if (confirmed === 'HOLD_EXPIRED') {
      // The rival may have come before the hold ran out.
      await sweepExpiredHolds(unitOfWork());
      expect(await whatBecameOf(appointments, id)).toEqual(ended('expired'));
      if (taken === 'SLOT_TAKEN') expect(await appointments.book(rival, practice, { start })).toMatch(/^appointment_/);
      else expect(taken).toMatch(/^appointment_/);
    } else {
      expect(confirmed).toMatch(/^appointment_/);
      expect(taken).toBe('SLOT_TAKEN');
      expect(what).toMatchObject({ status: 'booked', allocations: 1, events: ['held', 'booked'] });
    }
  }
});

test('a hold that ran out is taken over by 1 of 50 who book it while its holder confirms', async () => {
  const start = ahead(60, '09:00');
  const holder = newPatient();
  const id = await hold(appointments, holder, practice, { start });
  await runOut(appointments, id);
  const [confirmed, ...outcomes] = await Promise.all([
    confirm(appointments, holder, id),
    ...Array.from({ length: 50 }, () => appointments.book(newPatient(), practice, { start })),
  ]);
  expect(confirmed).toBe('HOLD_EXPIRED');
  expect(tally(outcomes)).toEqual({ booked: 1, SLOT_TAKEN: 49 });
  expect(await whatBecameOf(appointments, id)).toEqual(ended('expired'));
});

test('of 20 who confirm one hold, 1 does', async () => {
  const patient = newPatient();
  const id = await hold(appointments, patient, practice, { start: ahead(61, '09:00') });
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => confirm(appointments, patient, id)));
  expect(tally(outcomes)).toEqual({ booked: 1, HOLD_EXPIRED: 19 });
  expect(await whatBecameOf(appointments, id)).toEqual(booked);
});

test('a hold that is released and confirmed at once is one or the other', async () => {
  for (let round = 0; round < 20; round += 1) {
    const patient = newPatient();
    const id = await hold(appointments, patient, practice, { start: ahead(70 + round, '09:00') });
    const [confirmed, released] = await Promise.all([
      confirm(appointments, patient, id),
      release(appointments, patient, id),
    ]);
    const expected = confirmed === 'HOLD_EXPIRED' ? ended('cancelled') : booked;
    expect(released).toBe(confirmed === 'HOLD_EXPIRED' ? 'CANCELLED' : 'HOLD_EXPIRED');
    expect(await whatBecameOf(appointments, id)).toEqual(expected);
  }
});

test('many sweepers at once cancel each hold that ran out once, and none that runs', async () => {
  const admin = () => viewerOf('ADMIN');
  const [one, other] = await Promise.all([
    Promise.all(
      starts(110, 60).map((start) => hold(appointments, admin(), practice, { start, patient: crypto.randomUUID() })),
    ),
    hold(appointments, admin(), practice, { start: ahead(109, '09:00'), patient: crypto.randomUUID() }),
  ]);
  for (const id of one) await runOut(appointments, id);
  const swept = await Promise.all(Array.from({ length: 8 }, () => sweepExpiredHolds(unitOfWork())));
  expect(swept.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(60);
  for (const id of one) expect(await whatBecameOf(appointments, id)).toEqual(ended('expired'));
  expect(await whatBecameOf(appointments, other)).toEqual(held);
});
