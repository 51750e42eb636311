import { type Kysely, sql } from 'kysely';

/**
 * 50 thousand a day, 126 million in seven years: partitioned by the month of the visit, so that a day's work
 * touches small indexes and an old month can be moved or dropped whole.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.appointment (
      id uuid not null default uuidv7(),
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null,
      schedule_id uuid not null,
      doctor_id uuid not null,
      patient_id uuid not null,
      clinic_id uuid not null,
      service_id uuid not null,
      modality text not null check (modality in ('in_person', 'video')),
      status text not null check (status in (
        'pending', 'booked', 'arrived', 'checked_in', 'fulfilled', 'cancelled', 'no_show', 'entered_in_error'
      )),
      reason text check (length(reason) <= 2000),
      cancellation_reason text check (length(cancellation_reason) <= 500),
      version integer not null default 1 check (version > 0),
      created_by uuid not null,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (id, starts_at),
      constraint appointment_period check (ends_at > starts_at and ends_at - starts_at <= interval '24 hours')
    ) partition by range (starts_at);

    create index appointment_patient on appointments.appointment (patient_id, starts_at desc, id desc);
    -- status before id: a filter by status is then decided in the index, and the few rows of one doctor that start
    -- together are put in order of id afterwards (an incremental sort).
    create index appointment_doctor on appointments.appointment (doctor_id, starts_at, status, id);
    -- The day sheet of a clinic is its busiest page, and its rows are strewn over the month: the index carries what
    -- the page shows of each.
    create index appointment_clinic on appointments.appointment (clinic_id, starts_at, status, id)
      include (ends_at, doctor_id, patient_id, service_id, modality);
    create index appointment_day on appointments.appointment (starts_at, status, id);

    comment on table appointments.appointment is
      'Rescheduling keeps the id and may move the row to another month. There is no default partition: it would stop new months from being attached.';
    comment on column appointments.appointment.reason is 'Health data: why the patient comes.';
    comment on column appointments.appointment.created_by is 'Account.';
  `.execute(db);
}
