import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Appointments, ahead, newPatient, type Practice, startAppointments, tally } from './fixture.ts';
import { confirm, hold, holdInput, whatBecameOf } from './holds.ts';

let appointments: Appointments;
beforeAll(async () => {
  appointments = await startAppointments();
});
afterAll(() => appointments.stop());

/** How many rows a booking at each of the practices left in each table. */
async function leftBy(practices: readonly Practice[]) {
  const { rows } = await sql<{ allocations: number; appointments: number; events: number; outbox: number }>`
    select
      (select count(*) from appointments.slot_allocation where schedule_id = practice.schedule) as allocations,
      (select count(*) from appointments.appointment where doctor_id = practice.doctor) as appointments,
      (select count(*) from appointments.appointment_event where doctor_id = practice.doctor) as events,
      (select count(*) from appointments.outbox where payload ->> 'doctor' = practice.doctor::text) as outbox
    from unnest(${practices.map(({ doctor }) => doctor)}::uuid[], ${practices.map(({ schedule }) => schedule)}::uuid[])
      with ordinality as practice(doctor, schedule, position)
    order by position`.execute(appointments.db);
  return rows;
}

const whole = { allocations: 1, appointments: 1, events: 1, outbox: 1 };
const none = { allocations: 0, appointments: 0, events: 0, outbox: 0 };

/** Sends each in a process that is killed while the first waits before its first statement, the second before its second. */
async function killAmid(changes: readonly { viewer: Viewer; mutation: string; input: unknown }[]): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('./half-booked.ts', import.meta.url)),
      appointments.database.connectionString,
      JSON.stringify(changes),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exit = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exit]);
  expect(child.exitCode).toBeNull();
  child.kill('SIGKILL');
  await exit;
}

test('a process killed with -9 before any of its statements leaves a whole booking or none, and the time free', async () => {
  const practices = await Promise.all(Array.from({ length: 18 }, () => appointments.newPractice()));
  const bookings = practices.map(({ doctor, clinic, service }) => ({
    viewer: newPatient(),
    input: {
      doctor: toGlobalId('Doctor', doctor),
      clinic: toGlobalId('Clinic', clinic),
      service: toGlobalId('HealthcareService', service),
      start: ahead(3, '09:00'),
      modality: 'IN_PERSON',
      idempotencyKey: randomUUID(),
    },
  }));
  await killAmid(bookings.map((booking) => ({ ...booking, mutation: 'bookAppointment' })));

  const left = await leftBy(practices);
  for (const one of left) expect([whole, none]).toContainEqual(one);
  // Some were stuck with everything written but the commit, and some were done: the sweep met every statement.
  expect(left[0]).toEqual(none);
  expect(left.at(-1)).toEqual(whole);
  expect(left.filter(({ appointments: booked }) => booked === 0).length).toBeGreaterThan(10);

  const again = await Promise.all(
    practices.map((practice, index) => {
      const { viewer, input } = bookings[index] ?? { viewer: newPatient(), input: { idempotencyKey: '', start: '' } };
      const { start, idempotencyKey } = input;
      return appointments.book(viewer, practice, { start, idempotencyKey });
    }),
  );
  expect(tally(again)).toEqual({ booked: practices.length });
  expect(await leftBy(practices)).toEqual(practices.map(() => whole));
});

test('a process killed amid holds leaves whole ones or none', async () => {
  const practices = await Promise.all(Array.from({ length: 18 }, () => appointments.newPractice()));
  const start = ahead(3, '09:00');
  const holds = practices.map((practice) => ({
    viewer: newPatient(),
    mutation: 'holdSlot',
    input: holdInput(practice, { start, idempotencyKey: randomUUID() }),
  }));
  await killAmid(holds);

  const left = await leftBy(practices);
  for (const one of left) expect([whole, none]).toContainEqual(one);
  expect(left[0]?.allocations).toBe(0);
  expect(left.at(-1)?.allocations).toBe(1);

  // Repeated, each is there once.
  await Promise.all(
    practices.map(async (practice, index) => {
      const { viewer, input } = holds[index] ?? { viewer: newPatient(), input: { idempotencyKey: '' } };
      const { idempotencyKey } = input;
      const id = await hold(appointments, viewer, practice, { start, ...(idempotencyKey && { idempotencyKey }) });
      expect(await whatBecameOf(appointments, id)).toMatchObject({ status: 'pending', events: ['held'] });
    }),
  );
});

test('a process killed amid confirmations and releases leaves each hold as it was or ended whole', async () => {
  const practices = await Promise.all(Array.from({ length: 16 }, () => appointments.newPractice()));
  const held = await Promise.all(
    practices.map(async (practice) => {
      const viewer = newPatient();
      return { viewer, id: await hold(appointments, viewer, practice, { start: ahead(3, '09:00') }) };
    }),
  );
  const idempotencyKey = randomUUID();
  const changes = held.map(({ viewer, id }, index) =>
    index % 2 === 0
      ? { viewer, mutation: 'bookAppointment', input: { hold: id, idempotencyKey } }
      : { viewer, mutation: 'releaseHold', input: { slotHold: id, idempotencyKey } },
  );
  await killAmid(changes);

  const pending = { status: 'pending', allocations: 1, events: ['held'] };
  const ends = [
    { status: 'booked', allocations: 1, events: ['held', 'booked'] },
    { status: 'lapsed', allocations: 0, events: ['held', 'cancelled'] },
  ];
  for (const [index, { viewer, id }] of held.entries()) {
    const { outbox, ...now } = (await whatBecameOf(appointments, id)) ?? { outbox: [], events: [] };
    expect([pending, ends[index % 2]]).toContainEqual(now);
    expect(outbox).toEqual(now.events.map((type) => `appointment.${type}`));
    if (index === 0) expect(now).toEqual(pending);
    if (index === held.length - 1) expect(now).toEqual(ends[1]);
    if (index % 2 === 0) expect(await confirm(appointments, viewer, id, { idempotencyKey })).toMatch(/^appointment_/);
  }
});
