import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table patients.patient_contact (
      id uuid primary key default uuidv7(),
      patient_id uuid not null references patients.patient on delete cascade,
      name text not null check (length(name) between 1 and 200),
      relationship text not null check (length(relationship) between 1 and 50),
      phone text check (length(phone) between 3 and 32),
      email text check (length(email) between 3 and 254 and position('@' in email) > 1),
      created_at timestamptz(3) not null default now(),
      constraint patient_contact_is_reachable check (phone is not null or email is not null)
    );
    create index patient_contact_patient on patients.patient_contact (patient_id, id);

    comment on table patients.patient_contact is 'Whom to call for a patient, such as a parent or a partner.';
  `.execute(db);
}
