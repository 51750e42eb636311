import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table patients.patient (
      id uuid primary key default uuidv7(),
      given_name text not null check (length(given_name) between 1 and 100),
      family_name text not null check (length(family_name) between 1 and 100),
      birth_date date not null check (birth_date >= '1880-01-01'),
      gender text not null default 'unknown' check (gender in ('male', 'female', 'other', 'unknown')),
      email text check (length(email) between 3 and 254 and position('@' in email) > 1),
      phone text check (length(phone) between 3 and 32),
      language text not null default 'en' check (length(language) between 2 and 35),
      time_zone text not null check (length(time_zone) between 1 and 64),
      address_line text check (length(address_line) <= 200),
      city text check (length(city) <= 100),
      postal_code text check (length(postal_code) <= 20),
      country text check (country ~ '^[A-Z]{2}$'),
      medical_history jsonb check (octet_length(medical_history::text) <= 262144),
      status text not null default 'active' check (status in ('active', 'inactive')),
      version integer not null default 1 check (version > 0),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now()
    );

    -- Orderings of the patients connection; id makes each total, so that a keyset cursor is exact.
    create index patient_name on patients.patient (family_name, given_name, id);
    create index patient_created_at on patients.patient (created_at, id);
    create index patient_birth_date on patients.patient (birth_date, id);
    -- Name prefixes, whatever the collation of the database.
    create index patient_family_name_prefix on patients.patient (lower(family_name) text_pattern_ops, id);
    create index patient_given_name_prefix on patients.patient (lower(given_name) text_pattern_ops, id);
    create index patient_email on patients.patient (lower(email)) where email is not null;

    comment on column patients.patient.language is 'BCP 47.';
    comment on column patients.patient.time_zone is 'IANA name; how this person wants times shown.';
    comment on column patients.patient.gender is 'FHIR AdministrativeGender.';
    comment on column patients.patient.medical_history is
      'Health data. May be large and then lies out of line: select it only where it is asked for.';
  `.execute(db);
}
