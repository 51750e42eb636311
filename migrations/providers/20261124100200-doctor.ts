import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table providers.doctor (
      id uuid primary key default uuidv7(),
      title text check (length(title) <= 50),
      given_name text not null check (length(given_name) between 1 and 100),
      family_name text not null check (length(family_name) between 1 and 100),
      languages text[] not null default '{}'
        check (cardinality(languages) <= 20 and length(array_to_string(languages, '', '?')) <= 700),
      biography text check (length(biography) <= 5000),
      email text check (length(email) between 3 and 254 and position('@' in email) > 1),
      phone text check (length(phone) between 3 and 32),
      status text not null default 'active' check (status in ('active', 'inactive')),
      version integer not null default 1 check (version > 0),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now()
    );
    create index doctor_name on providers.doctor (family_name, given_name, id);
    create index doctor_created_at on providers.doctor (created_at, id);
    create index doctor_family_name_prefix on providers.doctor (lower(family_name) text_pattern_ops, id);
    create index doctor_given_name_prefix on providers.doctor (lower(given_name) text_pattern_ops, id);
    create index doctor_languages on providers.doctor using gin (languages);

    comment on column providers.doctor.languages is 'BCP 47.';
  `.execute(db);
}
