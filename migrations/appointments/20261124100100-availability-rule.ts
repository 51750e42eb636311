import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.availability_rule (
      id uuid primary key default uuidv7(),
      schedule_id uuid not null references appointments.schedule on delete cascade,
      clinic_id uuid not null,
      day_of_week smallint not null check (day_of_week between 1 and 7),
      starts time not null,
      ends time not null,
      time_zone text not null check (length(time_zone) between 1 and 64),
      modalities text[] not null default '{in_person}'
        check (modalities <@ array['in_person', 'video'] and cardinality(modalities) between 1 and 2),
      valid_from date not null,
      valid_to date,
      version integer not null default 1 check (version > 0),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      constraint availability_rule_times check (ends > starts),
      constraint availability_rule_validity check (valid_to >= valid_from)
    );
    create index availability_rule_schedule on appointments.availability_rule (schedule_id, day_of_week, starts, id);
    create index availability_rule_clinic on appointments.availability_rule (clinic_id, day_of_week);

    comment on table appointments.availability_rule is
      'Local wall-clock times. They become instants in TypeScript only: PostgreSQL accepts local times that a DST change skips.';
    comment on column appointments.availability_rule.day_of_week is 'ISO 8601: 1 is Monday.';
    comment on column appointments.availability_rule.valid_to is 'The last day, inclusive.';
  `.execute(db);
}
