import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table patients.clinic_registration (
      clinic_id uuid not null,
      patient_id uuid not null references patients.patient on delete cascade,
      registered_at timestamptz(3) not null default now(),
      primary key (clinic_id, patient_id)
    );
    create index clinic_registration_patient on patients.clinic_registration (patient_id, clinic_id);

    comment on table patients.clinic_registration is
      'Where a patient was registered: with care_relationship, what makes a patient visible to the staff of a clinic.';
  `.execute(db);
}
