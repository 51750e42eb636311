import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { OutboxEvent } from '@consulta/platform/outbox/event';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWaitlistConsumer } from '../src/waitlist/consumer.ts';
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

/** Delivers events as a relay does, in a transaction of its own. */
function deliver(events: readonly OutboxEvent[]): Promise<void> {
  return appointments.db.transaction().execute((transaction) =>
    createWaitlistConsumer().deliver(events, {
      afterCommit: () => undefined,
      transaction: <Other>() => transaction as unknown as Transaction<Other>,
    }),
  );
}

test('two relays with many events each of one doctor neither meet in a circle nor offer out of turn', async () => {
  for (let round = 0; round < 5; round += 1) {
    const practice = await appointments.newPractice();
    const starts = ['08:00', '10:00', '12:00', '14:00', '16:00', '18:00'].map((time) => ahead(11, time));
    const ids = await Promise.all(starts.map((start) => appointments.book(newPatient(), practice, { start })));
    const entries: string[] = [];
    for (let index = 0; index < 9; index += 1)
      entries.push(
        await join(appointments, newPatient(), practice, { from: ahead(10, '00:00'), to: ahead(12, '00:00') }),
      );
    await Promise.all(
      ids.map((appointment) => appointments.change(staffOf(practice.clinic), 'cancelAppointment', { appointment })),
    );
    const { rows: events } = await sql<OutboxEvent>`
      select id, aggregate_type as "aggregateType", aggregate_id as "aggregateId", version, type, payload,
        occurred_at as "occurredAt"
      from appointments.outbox
      where type = 'appointment.cancelled' and payload ->> 'doctor' = ${practice.doctor} order by id`.execute(
      appointments.db,
    );
    expect(events).toHaveLength(6);
    await Promise.all([0, 1].map((half) => deliver(events.filter((_, index) => index % 2 === half))));
    const all = await Promise.all(entries.map((entry) => standing(appointments, entry)));
    expect(all.map(({ status }) => status)).toEqual([...Array(6).fill('offered'), ...Array(3).fill('waiting')]);
    expect(
      all
        .slice(0, 6)
        .map(({ start }) => start)
        .sort(),
    ).toEqual(starts);
  }
}, 60_000);
