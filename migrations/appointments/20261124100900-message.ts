import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.message (
      id uuid primary key default uuidv7(),
      appointment_id uuid not null,
      patient_id uuid not null,
      doctor_id uuid not null,
      clinic_id uuid not null,
      author_account uuid not null,
      author_role text not null check (author_role in ('PATIENT', 'DOCTOR', 'STAFF')),
      body text not null check (length(body) between 1 and 4000),
      sent_at timestamptz(3) not null default now()
    );
    create index message_appointment on appointments.message (appointment_id, sent_at, id);
    create index message_patient on appointments.message (patient_id, sent_at desc, id desc);
    create index message_doctor on appointments.message (doctor_id, sent_at desc, id desc);
    create index message_clinic on appointments.message (clinic_id, sent_at desc, id desc);

    create table appointments.message_receipt (
      message_id uuid not null references appointments.message on delete cascade,
      account_id uuid not null,
      read_at timestamptz(3) not null default now(),
      primary key (message_id, account_id)
    );

    comment on table appointments.message is 'Between a patient and the care team about one appointment. Health data: never on the bus.';
    comment on table appointments.message_receipt is 'Who has read what.';
  `.execute(db);
}
