import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.availability_exception (
      id uuid primary key default uuidv7(),
      schedule_id uuid not null references appointments.schedule on delete cascade,
      clinic_id uuid,
      kind text not null check (kind in ('unavailable', 'available')),
      during tstzrange not null,
      reason text check (length(reason) <= 500),
      version integer not null default 1 check (version > 0),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      constraint availability_exception_during check (
        not isempty(during) and not lower_inf(during) and not upper_inf(during)
        and lower_inc(during) and not upper_inc(during)
        and isfinite(lower(during)) and isfinite(upper(during))
      ),
      -- Extra time is somewhere; an absence without a clinic is an absence from all of them.
      constraint availability_exception_place check (kind = 'unavailable' or clinic_id is not null)
    );
    create index availability_exception_during
      on appointments.availability_exception using gist (schedule_id, during);
    create index availability_exception_schedule
      on appointments.availability_exception (schedule_id, lower(during), id);

    comment on table appointments.availability_exception is
      'Time taken from (unavailable) or added to (available) what the rules of a schedule give.';
  `.execute(db);
}
