import { randomUUID } from 'node:crypto';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Appointments, ahead, newPatient, type Practice, staffOf, startAppointments, tally } from '../fixture.ts';
import { type Answer, bookSeries, leftBy, send, weeksAfter, whole } from './fixture.ts';

let appointments: Appointments;
beforeAll(async () => {
  appointments = await startAppointments();
});
afterAll(() => appointments.stop());

const outcomeOf = ({ series, codes }: Answer) => (series === null ? codes.join() : 'booked');
const outcomesOf = async (answers: readonly Promise<Answer>[]) => tally((await Promise.all(answers)).map(outcomeOf));
const start = ahead(3, '09:00');

test('of two series of 52 weeks that race for one doctor and hour, one is booked whole and of the other nothing', async () => {
  const practice = await appointments.newPractice();
  const series = [0, 1].map(() => bookSeries(appointments, newPatient(), practice, { start, count: 52 }));
  expect(await outcomesOf(series)).toEqual({ booked: 1, SERIES_CONFLICT: 1 });
  expect(await leftBy(appointments, [practice])).toEqual([whole(52)]);
});

test('of ten series that meet in one week only, one is booked', async () => {
  const practice = await appointments.newPractice();
  const meeting = weeksAfter(start, 20);
  // The last visit of each.
  const series = Array.from({ length: 10 }, (_, index) => index + 1).map((everyWeeks) =>
    bookSeries(appointments, newPatient(), practice, { start: weeksAfter(meeting, -everyWeeks), everyWeeks, count: 2 }),
  );
  expect(await outcomesOf(series)).toEqual({ booked: 1, SERIES_CONFLICT: 9 });
  expect(await leftBy(appointments, [practice])).toEqual([whole(2)]);
});

test('a series that races with single visits has all its weeks or none', async () => {
  for (let round = 0; round < 5; round += 1) {
    const practice = await appointments.newPractice();
    const [answer, ...singles] = await Promise.all([
      bookSeries(appointments, newPatient(), practice, { start, count: 12 }).then(outcomeOf),
      ...[3, 7, 11].map((week) => appointments.book(newPatient(), practice, { start: weeksAfter(start, week) })),
    ]);
    const booked = tally(singles)['booked'] ?? 0;
    expect(booked > 0).toBe(answer === 'SERIES_CONFLICT');
    const expected = answer === 'booked' ? 12 : booked;
    expect(await leftBy(appointments, [practice])).toMatchObject([{ allocations: expected, appointments: expected }]);
  }
});

test('a series that skips has exactly the weeks that single visits do not win', async () => {
  const practice = await appointments.newPractice();
  const weeks = Array.from({ length: 20 }, (_, week) => week);
  const [{ visits, conflicts }, ...singles] = await Promise.all([
    bookSeries(appointments, newPatient(), practice, { start, count: 20, conflicts: 'SKIP' }),
    ...weeks.map((week) => appointments.book(newPatient(), practice, { start: weeksAfter(start, week) })),
  ]);
  const lost = weeks.filter((week) => singles[week]?.startsWith('appointment_')).map((week) => week + 1);
  expect(conflicts.map(({ number }) => number)).toEqual(lost);
  expect(visits.map(({ seriesNumber }) => seriesNumber)).toEqual(
    weeks.map((week) => week + 1).filter((number) => !lost.includes(number)),
  );
  expect(await leftBy(appointments, [practice])).toMatchObject([{ allocations: 20, appointments: 20 }]);
});

test('a patient for whom two doctors are asked at one hour sees one of them all weeks', async () => {
  const practices = await Promise.all([0, 1].map(() => appointments.newPractice()));
  const patient = newPatient();
  const series = practices.map((practice) => bookSeries(appointments, patient, practice, { start, count: 30 }));
  expect(await outcomesOf(series)).toEqual({ booked: 1, SERIES_CONFLICT: 1 });
  expect((await leftBy(appointments, practices)).map((left) => left['allocations']).sort()).toEqual([0, 30]);
});

test('20 clients with one key get one and the same series', async () => {
  const practice = await appointments.newPractice();
  const patient = newPatient();
  const wanted = { start, count: 10, idempotencyKey: randomUUID() };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => bookSeries(appointments, patient, practice, wanted)),
  );
  expect(new Set(answers.map(({ series }) => series?.id)).size).toBe(1);
  expect(await leftBy(appointments, [practice])).toEqual([whole(10)]);
});

const move = (viewer: Viewer, { visits }: Answer, to: string): Promise<Answer> =>
  send(appointments, viewer, 'rescheduleAppointmentSeries', {
    appointment: visits[0]?.id,
    scope: 'ALL',
    start: to,
  });

/** Deadlocks that PostgreSQL had to end. */
async function deadlocks(): Promise<number> {
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks from pg_stat_database where datname = current_database()`.execute(appointments.db);
  return rows[0]?.deadlocks ?? Number.NaN;
}

test('series that move in opposite directions, of two doctors and their common patients, move whole or stay, without a deadlock', async () => {
  const practices = await Promise.all([0, 1].map(() => appointments.newPractice()));
  const [one, other] = practices as [Practice, Practice];
  const staff = staffOf(one.clinic, other.clinic);
  const at = (days: number, hour: number) => ahead(days, `${hour}:00`.padStart(5, '0'));
  // Each patient is with one doctor at an hour and with the other an hour later.
  const hours = [9, 11, 13, 15];
  const pairs = await Promise.all(
    hours.map(async (hour) => {
      const patient = newPatient();
      return Promise.all([
        bookSeries(appointments, patient, one, { start: at(3, hour), count: 8 }),
        bookSeries(appointments, patient, other, { start: at(3, hour + 1), count: 8 }),
      ]);
    }),
  );
  const before = await deadlocks();
  for (let round = 0; round < 3; round += 1) {
    const answers = await Promise.all(
      pairs.flatMap(([early, late], index) => {
        const hour = hours[index] ?? 9;
        return [
          move(staff, early, at(3, hour + 1)),
          move(staff, late, at(3, hour)),
          move(staff, early, at(4, hour)),
          move(staff, late, at(2, hour)),
        ];
      }),
    );
    for (const answer of answers) {
      expect(['booked', 'SERIES_CONFLICT']).toContain(outcomeOf(answer));
      const days = answer.visits.map((visit) => Date.parse(visit.start) / 86_400_000);
      expect(days.every((day, index) => index === 0 || day - (days[index - 1] ?? 0) === 7)).toBe(true);
    }
  }
  expect(await deadlocks()).toBe(before);
  expect(await leftBy(appointments, practices)).toMatchObject(
    practices.map(() => ({ allocations: 32, appointments: 32 })),
  );
});

test('a single visit and a series that move into each other’s times move or stay, neither fails', async () => {
  const practice = await appointments.newPractice();
  const staff = staffOf(practice.clinic);
  for (let round = 0; round < 5; round += 1) {
    const hour = `${9 + round}:00`.padStart(5, '0');
    const series = await bookSeries(appointments, newPatient(), practice, { start: ahead(3, hour), count: 6 });
    const single = await appointments.book(newPatient(), practice, { start: weeksAfter(ahead(4, hour), 3) });
    const [moved, alone] = await Promise.all([
      move(staff, series, ahead(4, hour)),
      appointments.change(staff, 'rescheduleAppointment', {
        appointment: single,
        start: weeksAfter(ahead(3, hour), 3),
      }),
    ]);
    expect([
      ['booked', 'SLOT_TAKEN'],
      ['booked', 'BOOKED'],
      ['SERIES_CONFLICT', 'SLOT_TAKEN'],
      ['SERIES_CONFLICT', 'BOOKED'],
    ]).toContainEqual([outcomeOf(moved), alone]);
  }
  expect(await leftBy(appointments, [practice])).toMatchObject([{ allocations: 35, appointments: 35 }]);
});

test('of a move of all and a cancellation of one, whichever comes first, the cancelled one holds no time', async () => {
  const practice = await appointments.newPractice();
  for (let round = 0; round < 5; round += 1) {
    const patient = newPatient();
    const hour = `${9 + round}:00`.padStart(5, '0');
    const series = await bookSeries(appointments, patient, practice, { start: ahead(3, hour), count: 6 });
    const [moved, cancelled] = await Promise.all([
      move(patient, series, ahead(4, hour)),
      appointments.change(patient, 'cancelAppointment', { appointment: series.visits[3]?.id ?? '' }),
    ]);
    expect([outcomeOf(moved), cancelled]).toEqual(['booked', 'CANCELLED']);
    const { rows } = await sql<Record<string, number>>`
      select count(*) filter (where appointment.status = 'cancelled') as cancelled, count(appointment_id) as allocated
      from appointments.appointment left join appointments.slot_allocation on appointment_id = id
      where appointment.patient_id = ${patient.patient}`.execute(appointments.db);
    expect(rows).toEqual([{ cancelled: 1, allocated: 5 }]);
  }
});
