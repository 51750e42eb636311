import { type Kysely, sql } from 'kysely';

/**
 * Visits that recur. Which appointment is which of a series stands in a table of its own, not on the appointment: that
 * one is partitioned, and a unique constraint over its partitions would have to hold the start.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.appointment_series (
      id uuid primary key default uuidv7(),
      doctor_id uuid not null,
      patient_id uuid not null,
      clinic_id uuid not null,
      service_id uuid not null,
      modality text not null check (modality in ('in_person', 'video')),
      time_zone text not null check (length(time_zone) between 1 and 64),
      starts_on date not null,
      starts time not null,
      every_weeks smallint not null check (every_weeks between 1 and 12),
      count smallint not null check (count between 2 and 52),
      version integer not null default 1 check (version > 0),
      created_by uuid not null,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now()
    );

    create table appointments.appointment_series_occurrence (
      series_id uuid not null references appointments.appointment_series,
      number smallint not null check (number between 1 and 52),
      appointment_id uuid not null unique,
      primary key (series_id, number)
    );

    comment on column appointments.appointment_series.starts is
      'What clocks of the zone show when a visit starts, as booked or as all were moved to. Not an instant: visits keep it whatever clocks do.';
    comment on column appointments.appointment_series.created_by is 'Account.';
    comment on table appointments.appointment_series_occurrence is
      'Numbers say the place in the series and have gaps where a visit could not be booked. They stay when an appointment moves.';
  `.execute(db);
}
