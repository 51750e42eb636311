import { randomUUID } from 'node:crypto';
import { createLogger } from '@consulta/platform/logger';
import { eventually, type Outbox, openOutbox } from '@consulta/platform/outbox/fixture';
import { createKysely } from '@consulta/platform/postgres/kysely';
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
  const end = Temporal.Now.instant().add({ hours: 49 }).toString();
  const client = await outbox.pool.connect();
  await client.query(
    `with planned as (
      insert into appointments.schedule (doctor_id, time_zone) values ($1, 'UTC') returning id
    ), held as (
      insert into appointments.appointment
        (id, starts_at, ends_at, schedule_id, doctor_id, patient_id, clinic_id, service_id, modality, status, created_by)
      select $2, $3, $4, id, $1, $5, $6, $6, 'in_person', 'pending', $6 from planned
    ), event as (
      insert into appointments.appointment_event
        (appointment_id, seq, type, status_to, version, doctor_id, patient_id, clinic_id, starts_at, ends_at, actor_role)
      values ($2, 1, 'held', 'pending', 1, $1, $5, $6, $3, $4, 'PATIENT')
    )
    insert into appointments.slot_allocation (appointment_id, schedule_id, during, patient_id, visit, status, expires_at)
    select $2, id, tstzrange($3, $4), $5, tstzrange($3, $4), 'busy_tentative', now() - interval '1 second' from planned`,
    [doctor, id, start, end, patient, randomUUID()],
  );
  client.release();
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
      createKysely<{ outbox: { id: number; aggregate_id: string; type: string } }>(outbox.pool, 'appointments')
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
