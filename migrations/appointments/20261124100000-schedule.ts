import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.schedule (
      id uuid primary key default uuidv7(),
      doctor_id uuid not null unique,
      time_zone text not null check (length(time_zone) between 1 and 64),
      slot_minutes integer not null default 15 check (slot_minutes between 5 and 240),
      minimum_notice_minutes integer not null default 60 check (minimum_notice_minutes between 0 and 43200),
      planning_horizon_days integer not null default 90 check (planning_horizon_days between 1 and 730),
      max_overbooking integer not null default 1 check (max_overbooking between 0 and 9),
      version integer not null default 1 check (version > 0),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now()
    );

    comment on table appointments.schedule is
      'One per doctor, not per clinic: a doctor who works at two clinics is still in one place at a time.';
    comment on column appointments.schedule.max_overbooking is 'The highest lane that an authorised overbooking may take.';
  `.execute(db);
}
