import { type Kysely, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

/** How the number of a doctor's appointments with a patient at a clinic changes. */
export interface CareChange {
  readonly doctor: string;
  readonly patient: string;
  readonly clinic: string;
  /** How many appointments more, or fewer. */
  readonly appointments: number;
  readonly at: Date;
}

/**
 * Counts changes in, each relationship once. Rows go in order of their keys, so that relays that count for the same
 * doctor wait for each other instead of deadlocking; the second statement removes only rows that the first has locked.
 */
export async function countCare(db: Kysely<Database>, changes: readonly CareChange[]): Promise<void> {
  const { doctors, patients, clinics, appointments, dates } = columnsOf(changes);
  await sql`
    with change(doctor_id, patient_id, clinic_id, appointments, at) as (
      select doctor_id, patient_id, clinic_id, appointments, at
      from unnest(
        ${doctors}::uuid[], ${patients}::uuid[], ${clinics}::uuid[], ${appointments}::int[], ${dates}::timestamptz[]
      ) as change(doctor_id, patient_id, clinic_id, appointments, at)
    )
    insert into patients.care_relationship as known (doctor_id, patient_id, clinic_id, appointments, first_at)
    select doctor_id, patient_id, clinic_id, greatest(appointments, 0), at from change
    order by doctor_id, patient_id, clinic_id
    on conflict (doctor_id, patient_id, clinic_id) do update set
      appointments = greatest(0, known.appointments + (
        select change.appointments from change
        where change.doctor_id = known.doctor_id
          and change.patient_id = known.patient_id
          and change.clinic_id = known.clinic_id
      )),
      first_at = least(known.first_at, excluded.first_at)`.execute(db);
  await sql`
    delete from patients.care_relationship
    using unnest(${doctors}::uuid[], ${patients}::uuid[], ${clinics}::uuid[]) as change(doctor_id, patient_id, clinic_id)
    where care_relationship.doctor_id = change.doctor_id
      and care_relationship.patient_id = change.patient_id
      and care_relationship.clinic_id = change.clinic_id
      and care_relationship.appointments = 0`.execute(db);
}

export async function deleteAllCare(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('care_relationship').execute();
}

/** Adds relationships that are not there yet. */
export async function insertCare(db: Kysely<Database>, relationships: readonly CareChange[]): Promise<void> {
  const { doctors, patients, clinics, appointments, dates } = columnsOf(relationships);
  await sql`
    insert into patients.care_relationship (doctor_id, patient_id, clinic_id, appointments, first_at)
    select doctor_id, patient_id, clinic_id, appointments, at
    from unnest(
      ${doctors}::uuid[], ${patients}::uuid[], ${clinics}::uuid[], ${appointments}::int[], ${dates}::timestamptz[]
    ) as relationship(doctor_id, patient_id, clinic_id, appointments, at)`.execute(db);
}

/** Arrays, so that the statement's text does not depend on how many there are. */
function columnsOf(changes: readonly CareChange[]) {
  return {
    doctors: changes.map(({ doctor }) => doctor),
    patients: changes.map(({ patient }) => patient),
    clinics: changes.map(({ clinic }) => clinic),
    appointments: changes.map(({ appointments }) => appointments),
    dates: changes.map(({ at }) => at),
  };
}
