import { type Kysely, sql } from 'kysely';

/** Who treats whom, as each schema whose policies ask for it keeps it: fed by the events of appointments. */
export async function careRelationshipTable(db: Kysely<unknown>, schema: 'patients' | 'records'): Promise<void> {
  const table = sql.id(schema, 'care_relationship');
  // Room in each page lets a change of the count, which no index holds, stay on its page and touch no index (HOT).
  await sql`
    create table ${table} (
      doctor_id uuid not null,
      patient_id uuid not null,
      clinic_id uuid not null,
      appointments integer not null check (appointments >= 0),
      first_at timestamptz(3) not null,
      primary key (doctor_id, patient_id, clinic_id)
    ) with (fillfactor = 80);
    create index care_relationship_patient on ${table} (patient_id, doctor_id);
    create index care_relationship_clinic on ${table} (clinic_id, patient_id);

    comment on table ${table} is
      'Read model: appointments that count (neither cancelled nor entered in error) of a doctor and a patient at a clinic. A row goes when none is left.';
  `.execute(db);
}
