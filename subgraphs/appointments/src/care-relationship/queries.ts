import { type Kysely, sql } from 'kysely';
import { linkingStatuses } from '../appointment/status.ts';
import type { Database } from '../generated/database.ts';

/** A patient and those who may treat them. Ids are uuids. */
export interface CarePair {
  readonly patient: string;
  readonly doctor: string | null;
  readonly clinics: readonly string[] | null;
}

const appointments = sql.table('appointments.appointment');
const linking = sql`any(${sql.lit(`{${linkingStatuses.join()}}`)}::text[])`;

/** Whether an appointment links each pair, in order. */
export async function linksOf(db: Kysely<Database>, pairs: readonly CarePair[]): Promise<boolean[]> {
  const { rows } = await sql<{ linked: boolean }>`
    select (pair.doctor is not null or pair.clinics is not null) and exists (
      select from ${appointments} appointment
      where appointment.patient_id = pair.patient
        and appointment.status = ${linking}
        and (pair.doctor is null or appointment.doctor_id = pair.doctor)
        and (pair.clinics is null or appointment.clinic_id = any(pair.clinics))
    ) as linked
    from rows from (
      jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as (patient uuid, doctor uuid, clinics uuid[])
    ) with ordinality as pair(patient, doctor, clinics, position)
    order by pair.position`.execute(db);
  return rows.map(({ linked }) => linked);
}

/** How many appointments link a doctor, a patient and a clinic. */
export interface CareRelationship {
  readonly doctor: string;
  readonly patient: string;
  readonly clinic: string;
  readonly appointments: number;
  /** When the first of them was booked. */
  readonly at: Date;
}

/**
 * The next relationships in order of patient, doctor and clinic. The condition on the patient alone is what the index
 * of each partition begins with; they are merged, so that no page reads more patients than it returns.
 */
export async function relationshipsAfter(
  db: Kysely<Database>,
  last: Pick<CareRelationship, 'patient' | 'doctor' | 'clinic'> | null,
  size: number,
): Promise<CareRelationship[]> {
  const beyond =
    last === null
      ? sql`true`
      : sql`patient_id >= ${last.patient} and (patient_id, doctor_id, clinic_id) > (${last.patient}, ${last.doctor}, ${last.clinic})`;
  const { rows } = await sql<CareRelationship>`
    select
      doctor_id as doctor, patient_id as patient, clinic_id as clinic,
      count(*)::int as appointments, min(created_at) as at
    from ${appointments}
    where status = ${linking} and ${beyond}
    group by patient_id, doctor_id, clinic_id
    order by patient_id, doctor_id, clinic_id
    limit ${size}`.execute(db);
  return rows;
}

/** How many relationships there are: reads every appointment, so for progress bars only. */
export async function countCareRelationships(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ relationships: number }>`
    select count(*) as relationships
    from (select distinct patient_id, doctor_id, clinic_id from ${appointments} where status = ${linking}) as linked`.execute(
    db,
  );
  return rows[0]?.relationships ?? 0;
}
