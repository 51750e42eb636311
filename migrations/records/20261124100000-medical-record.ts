import { type Kysely, sql } from 'kysely';

/**
 * The header of a record: who, when, what kind. Its text lies in versions, so that lists stay narrow and amending
 * never rewrites what was said.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table records.medical_record (
      id uuid not null default uuidv7(),
      recorded_at timestamptz(3) not null,
      patient_id uuid not null,
      doctor_id uuid not null,
      clinic_id uuid not null,
      appointment_id uuid,
      kind text not null check (kind in ('consultation', 'lab_result', 'imaging', 'prescription', 'referral', 'vaccination')),
      title text not null check (length(title) between 1 and 200),
      status text not null default 'current' check (status in ('current', 'entered_in_error')),
      version integer not null default 1 check (version > 0),
      created_by uuid not null,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (id, recorded_at)
    ) partition by range (recorded_at);
    create index medical_record_patient on records.medical_record (patient_id, recorded_at desc, id desc);
    create index medical_record_doctor on records.medical_record (doctor_id, recorded_at desc, id desc);
    create index medical_record_clinic on records.medical_record (clinic_id, recorded_at desc, id desc);
    create index medical_record_recorded_at on records.medical_record (recorded_at desc, id desc);
    create index medical_record_appointment on records.medical_record (appointment_id) where appointment_id is not null;

    comment on table records.medical_record is 'version is the newest row of medical_record_version.';
    comment on column records.medical_record.created_by is 'Account.';
  `.execute(db);
}
