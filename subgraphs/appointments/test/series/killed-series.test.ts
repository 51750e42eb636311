import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Appointments, ahead, newPatient, startAppointments } from '../fixture.ts';
import { inputOf, leftBy, none, send, whole } from './fixture.ts';

let appointments: Appointments;
beforeAll(async () => {
  appointments = await startAppointments();
});
afterAll(() => appointments.stop());

test('a process killed with -9 before any statement of a series leaves all of it or nothing, and the times free', async () => {
  const practices = await Promise.all(Array.from({ length: 26 }, () => appointments.newPractice()));
  const bookings = practices.map((practice) => ({
    viewer: newPatient(),
    mutation: 'bookAppointmentSeries',
    input: inputOf(practice, { start: ahead(3, '09:00'), count: 4, idempotencyKey: randomUUID() }),
  }));
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../half-booked.ts', import.meta.url)),
      appointments.database.connectionString,
      JSON.stringify(bookings),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exit = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exit]);
  expect(child.exitCode).toBeNull();
  child.kill('SIGKILL');
  await exit;

  const left = await leftBy(appointments, practices);
  for (const one of left) expect([whole(4), none]).toContainEqual(one);
  // Some were stuck with everything written but the commit, and some were done: the sweep met every statement.
  expect(left[0]).toEqual(none);
  expect(left.at(-1)).toEqual(whole(4));
  expect(left.filter(({ appointments: booked }) => booked === 0).length).toBeGreaterThan(17);

  for (const { viewer, input } of bookings) {
    const { visits, codes } = await send(appointments, viewer, 'bookAppointmentSeries', input);
    expect({ codes, visits: visits.length }).toEqual({ codes: [], visits: 4 });
  }
  expect(await leftBy(appointments, practices)).toEqual(practices.map(() => whole(4)));
});
