import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Appointments, ahead, newPatient, staffOf, startAppointments } from './fixture.ts';
import { uuidOf } from './holds.ts';
import { join, register, settled, standing, startRelay } from './waiting.ts';

let appointments: Appointments;
beforeAll(async () => {
  appointments = await startAppointments();
});
afterAll(() => appointments.stop());

async function killRelay(when: 'before' | 'after'): Promise<void> {
  const file = fileURLToPath(new URL('./half-offered.ts', import.meta.url));
  const child = spawn(process.execPath, [file, appointments.database.connectionString, when], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exit]);
  expect(child.exitCode).toBeNull();
  child.kill('SIGKILL');
  await exit;
}

test('relays that are killed while they offer a time have offered nothing, and the next offers it once', async () => {
  await register(appointments);
  const practice = await appointments.newPractice();
  const appointment = await appointments.book(newPatient(), practice, { start: ahead(11, '09:00') });
  const entries = [
    await join(appointments, newPatient(), practice, { from: ahead(10, '00:00'), to: ahead(12, '00:00') }),
    await join(appointments, newPatient(), practice, { from: ahead(10, '00:00'), to: ahead(12, '00:00') }),
  ] as const;
  await appointments.change(staffOf(practice.clinic), 'cancelAppointment', { appointment });

  for (const when of ['before', 'after', 'after'] as const) {
    await killRelay(when);
    for (const entry of entries) expect(await standing(appointments, entry)).toMatchObject({ status: 'waiting' });
  }

  const relays = await Promise.all([startRelay(appointments), startRelay(appointments)]);
  await settled(appointments);
  await Promise.all(relays.map((relay) => relay.stop()));
  expect(await standing(appointments, entries[0])).toMatchObject({
    status: 'offered',
    start: ahead(11, '09:00'),
    events: ['waitlist.joined', 'waitlist.offered'],
  });
  expect(await standing(appointments, entries[1])).toMatchObject({ status: 'waiting', events: ['waitlist.joined'] });
  const { rows } = await sql`
    select entry_id, count(*)::int as offers from appointments.waitlist_offer group by 1`.execute(appointments.db);
  expect(rows).toEqual([{ entry_id: uuidOf(entries[0]), offers: 1 }]);
  const { rows: held } = await sql`
    select status from appointments.appointment where doctor_id = ${practice.doctor} order by status`.execute(
    appointments.db,
  );
  expect(held).toEqual([{ status: 'cancelled' }, { status: 'pending' }]);
}, 60_000);
