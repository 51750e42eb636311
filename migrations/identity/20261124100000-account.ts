import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table identity.account (
      id uuid primary key default uuidv7(),
      email text not null check (length(email) between 3 and 254 and position('@' in email) > 1),
      password_hash text check (length(password_hash) <= 512),
      role text not null check (role in ('PATIENT', 'DOCTOR', 'STAFF', 'ADMIN')),
      status text not null default 'active' check (status in ('active', 'disabled')),
      display_name text not null check (length(display_name) between 1 and 200),
      patient_id uuid unique,
      doctor_id uuid unique,
      version integer not null default 1 check (version > 0),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      constraint account_role_has_its_person check (
        (role <> 'PATIENT' or patient_id is not null) and (role <> 'DOCTOR' or doctor_id is not null)
      )
    );
    create unique index account_email_key on identity.account (lower(email));

    comment on table identity.account is
      'Who may sign in. Only the gateway reads this schema; password_hash is null where another issuer signs people in.';
    comment on column identity.account.patient_id is 'Identity in schema patients: no key crosses schemas.';
    comment on column identity.account.doctor_id is 'Identity in schema providers: no key crosses schemas.';
  `.execute(db);
}
