import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table providers.clinic (
      id uuid primary key default uuidv7(),
      name text not null check (length(name) between 1 and 200),
      address_line text not null check (length(address_line) between 1 and 200),
      city text not null check (length(city) between 1 and 100),
      region text check (length(region) <= 100),
      postal_code text check (length(postal_code) <= 20),
      country text not null check (country ~ '^[A-Z]{2}$'),
      time_zone text not null check (length(time_zone) between 1 and 64),
      phone text check (length(phone) between 3 and 32),
      email text check (length(email) between 3 and 254 and position('@' in email) > 1),
      status text not null default 'active' check (status in ('active', 'inactive')),
      version integer not null default 1 check (version > 0),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now()
    );
    create index clinic_name on providers.clinic (name, id);
    create index clinic_name_prefix on providers.clinic (lower(name) text_pattern_ops, id);
    create index clinic_city on providers.clinic (lower(city), name, id);
    create index clinic_created_at on providers.clinic (created_at, id);

    comment on column providers.clinic.time_zone is 'IANA name, in which this clinic opens and closes.';
    comment on column providers.clinic.country is 'ISO 3166-1 alpha-2.';
  `.execute(db);
}
