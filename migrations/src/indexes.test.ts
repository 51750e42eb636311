import { createTestDatabase } from '@consulta/test/kit/database';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Key columns of each index of a table, as `pg_get_indexdef` prints them. */
async function indexKeys(table: string): Promise<string[]> {
  const { rows } = await client.query<{ keys: string }>(
    `select string_agg(
       pg_get_indexdef(indexrelid, position, true)
         || case when pg_index_column_has_property(indexrelid, position, 'desc') then ' DESC' else '' end,
       ', ' order by position) as keys
     from pg_index, generate_series(1, indnkeyatts) position
     where indrelid = $1::regclass and indisvalid
     group by indexrelid`,
    [table],
  );
  return rows.map(({ keys }) => keys);
}

// The left column names the query pattern, as the performance review or the API gives it.
test.each([
  ["a patient's appointments by date", 'appointments.appointment', 'patient_id, starts_at DESC'],
  ["a doctor's appointments by date and status", 'appointments.appointment', 'doctor_id, starts_at, status'],
  ["a clinic's appointments by date and status", 'appointments.appointment', 'clinic_id, starts_at, status'],
  ['appointments of a day by status', 'appointments.appointment', 'starts_at, status'],
  ['an appointment by id', 'appointments.appointment', 'id'],
  ["a schedule's rules by weekday", 'appointments.availability_rule', 'schedule_id, day_of_week'],
  ["a doctor's schedule", 'appointments.schedule', 'doctor_id'],
  ['exceptions of a schedule in a period', 'appointments.availability_exception', 'schedule_id, during'],
  ['live time of a schedule in a period', 'appointments.slot_allocation', 'schedule_id, lane, during'],
  ['live time of a patient in a period', 'appointments.slot_allocation', 'patient_id, patient_lane, visit'],
  ['holds that expire', 'appointments.slot_allocation', 'expires_at'],
  ["a patient's hold with a doctor", 'appointments.slot_allocation', 'patient_id, schedule_id'],
  ['the holds of an account', 'appointments.slot_allocation', 'held_by, hold_place'],
  ["a doctor's waitlist in the order of joining", 'appointments.waitlist_entry', 'doctor_id, created_at, id'],
  ["a patient's waitlist entries", 'appointments.waitlist_entry', 'patient_id, created_at DESC, id DESC'],
  ['whom an appointment was offered to', 'appointments.waitlist_entry', 'offered_appointment_id'],
  ['the course of an appointment', 'appointments.appointment_event', 'appointment_id, seq'],
  ['appointments of a series', 'appointments.appointment_series_occurrence', 'series_id, number'],
  ['the series of an appointment', 'appointments.appointment_series_occurrence', 'appointment_id'],
  ['doctors of a specialization for search', 'appointments.doctor_directory', 'specialization_ids'],
  ["a patient's medical records by date", 'records.medical_record', 'patient_id, recorded_at DESC'],
  ["a doctor's medical records by date", 'records.medical_record', 'doctor_id, recorded_at DESC'],
  ['the record of an appointment', 'records.medical_record', 'appointment_id'],
  ['the newest version of a record', 'records.medical_record_version', 'record_id, version'],
  ["who read a patient's records", 'records.access_log', 'patient_id, at DESC'],
  ['an account by e-mail', 'identity.account', 'lower(email)'],
  ['patients by name', 'patients.patient', 'family_name, given_name, id'],
  ['patients by prefix of the family name', 'patients.patient', 'lower(family_name), id'],
  ['patients a doctor treats', 'patients.care_relationship', 'doctor_id, patient_id'],
  ['doctors who treat a patient', 'patients.care_relationship', 'patient_id, doctor_id'],
  ['patients registered at a clinic', 'patients.clinic_registration', 'clinic_id, patient_id'],
  ['doctors by name', 'providers.doctor', 'family_name, given_name, id'],
  ['doctors of a specialization', 'providers.doctor_specialization', 'specialization_id, doctor_id'],
  ['doctors of a clinic', 'providers.doctor_clinic', 'clinic_id, doctor_id'],
  ['clinics of a city', 'providers.clinic', 'lower(city), name, id'],
  ['services of a clinic', 'providers.healthcare_service', 'clinic_id, name, id'],
  ['services of a specialization', 'providers.healthcare_service', 'specialization_id, name, id'],
])('%s: an index begins with %s (%s)', async (_pattern, table, keys) => {
  const found = await indexKeys(table);

  expect(found.filter((index) => index === keys || index.startsWith(`${keys}, `))).not.toEqual([]);
});

test('current records and the few entered in error each have an index by date', async () => {
  const { rows } = await client.query<{ predicate: string }>(
    `select pg_get_expr(indpred, indrelid) as predicate from pg_index
     where indrelid = 'records.medical_record'::regclass
       and pg_get_indexdef(indexrelid) like '%(recorded_at DESC, id DESC)%' order by 1`,
  );

  expect(rows.map(({ predicate }) => predicate)).toEqual([
    `(status = 'current'::text)`,
    `(status = 'entered_in_error'::text)`,
  ]);
});

test('every partition carries every index of its table', async () => {
  const { rows } = await client.query(
    `select partition.relname as partition, count(*) filter (where index_parent.inhparent is not null) as attached,
            (select count(*) from pg_index whole where whole.indrelid = inheritance.inhparent) as wanted
     from pg_inherits inheritance
     join pg_class partition on partition.oid = inheritance.inhrelid and partition.relkind = 'r'
     join pg_index on pg_index.indrelid = partition.oid
     left join pg_inherits index_parent on index_parent.inhrelid = pg_index.indexrelid
     group by partition.relname, inheritance.inhparent`,
  );

  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter(({ attached, wanted }) => attached !== wanted)).toEqual([]);
});
