import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table providers.healthcare_service (
      id uuid primary key default uuidv7(),
      clinic_id uuid not null references providers.clinic,
      specialization_id uuid not null references providers.specialization,
      name text not null check (length(name) between 1 and 200),
      description text check (length(description) <= 2000),
      duration_minutes integer not null check (duration_minutes between 5 and 480),
      buffer_before_minutes integer not null default 0 check (buffer_before_minutes between 0 and 120),
      buffer_after_minutes integer not null default 0 check (buffer_after_minutes between 0 and 120),
      modalities text[] not null default '{in_person}'
        check (modalities <@ array['in_person', 'video'] and cardinality(modalities) between 1 and 2),
      status text not null default 'active' check (status in ('active', 'inactive')),
      version integer not null default 1 check (version > 0),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now()
    );
    create index healthcare_service_name on providers.healthcare_service (name, id);
    create index healthcare_service_name_prefix on providers.healthcare_service (lower(name) text_pattern_ops, id);
    create index healthcare_service_clinic on providers.healthcare_service (clinic_id, name, id);
    create index healthcare_service_specialization on providers.healthcare_service (specialization_id, name, id);
  `.execute(db);
}
