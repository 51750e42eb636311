import { parseGlobalId } from '@consulta/platform/identifiers/global-id';
import { inTransaction } from '@consulta/platform/postgres/transaction';
import { system } from '@consulta/platform/viewer/viewer';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockAppointment, swapAppointment } from '../src/appointment/change-queries.ts';
import { visibleTo } from '../src/appointment/policy.ts';
import { type Appointments, ahead, newPatient, type Practice, staffOf, startAppointments, tally } from './fixture.ts';

let appointments: Appointments;
let practice: Practice;
beforeAll(async () => {
  appointments = await startAppointments();
  practice = await appointments.newPractice();
});
afterAll(() => appointments.stop());

const bookOne = (start: string) => appointments.book(newPatient(), practice, { start });
const uuidOf = (id: string) => parseGlobalId(id)?.uuid ?? '';
const historyOf = async (id: string) => {
  const { rows } = await sql<{ seq: number; type: string }>`
    select seq, type from appointments.appointment_event where appointment_id = ${uuidOf(id)} order by seq`.execute(
    appointments.db,
  );
  return rows;
};

test('of 20 changes that were decided on one and the same state, without a lock, 1 is written', async () => {
  const id = await bookOne(ahead(3, '09:00'));
  const before = await inTransaction(appointments.db, (transaction) =>
    lockAppointment(transaction, uuidOf(id), visibleTo(system)),
  );
  if (before === undefined) throw new Error('the appointment is gone');
  const swapped = await Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const status = index % 2 === 0 ? 'arrived' : 'checked_in';
      return inTransaction(appointments.db, (transaction) =>
        swapAppointment(transaction, before, { status }, { type: status, actor: system }),
      );
    }),
  );
  expect(swapped.filter((after) => after !== undefined)).toHaveLength(1);
  expect(await historyOf(id)).toMatchObject([
    { seq: 1, type: 'booked' },
    { seq: 2, type: swapped.find((after) => after !== undefined)?.status },
  ]);
});

test('changes that race with a move to the partition of another month are judged anew', async () => {
  const staff = staffOf(practice.clinic);
  for (let round = 0; round < 10; round += 1) {
    const id = await bookOne(ahead(4 + round, '12:00'));
    const outcomes = await Promise.all([
      appointments.change(staff, 'rescheduleAppointment', { appointment: id, start: ahead(50 + round, '12:00') }),
      ...Array.from({ length: 5 }, () => appointments.change(staff, 'checkInAppointment', { appointment: id })),
    ]);
    const { CHECKED_IN: checkedIn, ...others } = tally(outcomes);
    expect(checkedIn).toBe(1);
    expect(
      Object.keys(others).every((code) => ['BOOKED', 'ILLEGAL_TRANSITION', 'VERSION_CONFLICT'].includes(code)),
    ).toBe(true);
    expect((await historyOf(id)).map(({ seq }) => seq)).toEqual(outcomes.includes('BOOKED') ? [1, 2, 3] : [1, 2]);
  }
});
