import { randomUUID } from 'node:crypto';
import { createLogger } from '@consulta/platform/logger';
import { eventually, type Outbox, openOutbox } from '@consulta/platform/outbox/fixture';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { startSweeper } from './sweeper.ts';

let database: TestDatabase;
let outbox: Outbox;
beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});

/** A hold that ran out. */
async function hold(): Promise<string> {
  const id = randomUUID();
  const [patient, doctor] = [randomUUID(), randomUUID()];
  const start = Temporal.Now.instant().add({ hours: 48 }).toString();
  await sql`
    with planned as (
      insert into appointments.schedule (doctor_id, time_zone) values (${doctor}, 'UTC') returning id
    ), held as (
      insert into appointments.appointment
        (id, starts_at, ends_at, schedule_id, doctor_id, patient_id, clinic_id, service_id, modality, status, created_by)
      select ${id}, ${start}, ${start}::timestamptz + interval '30 minutes', id, ${doctor}, ${patient}, ${randomUUID()},
        ${randomUUID()}, 'in_person', 'pending', ${randomUUID()}
      from planned
    ), event as (
      insert into appointments.appointment_event
        (appointment_id, seq, type, status_to, version, doctor_id, patient_id, clinic_id, starts_at, ends_at, actor_role)
      values (${id}, 1, 'held', 'pending', 1, ${doctor}, ${patient}, ${randomUUID()}, ${start},
        ${start}::timestamptz + interval '30 minutes', 'PATIENT')
    )
    insert into appointments.slot_allocation (appointment_id, schedule_id, during, patient_id, visit, status, expires_at)
    select ${id}, id, period, ${patient}, period, 'busy_tentative', now() - interval '1 second'
    from planned, (select tstzrange(${start}, ${start}::timestamptz + interval '30 minutes') as period) as period`.execute(
    createKysely<unknown>(outbox.pool, 'appointments'),
  );
  return id;
}

test('sweepers end what ran out before they started and while they run, each once, and tell the relay', async () => {
  const before = await hold();
  const pokes: string[] = [];
  const options = { pool: outbox.pool, logger: createLogger({ level: 'silent' }), pauseMillis: 20 };
  const poke = (schema: string) => void pokes.push(schema);
  const sweepers = [startSweeper({ ...options, poke }), startSweeper({ ...options, poke })];
  const meanwhile = await hold();

  const told = await eventually(
    () =>
      createKysely<{ outbox: { aggregate_id: string; type: string } }>(outbox.pool, 'appointments')
        .selectFrom('outbox')
        .select(['aggregate_id', 'type'])
        .orderBy('id')
        .execute(),
    ({ length }) => length >= 2,
  );
  await Promise.all(sweepers.map((sweeper) => sweeper.stop()));

  expect(told).toEqual([before, meanwhile].map((id) => ({ aggregate_id: id, type: 'appointment.expired' })));
  expect(new Set(pokes)).toEqual(new Set(['appointments']));
});
