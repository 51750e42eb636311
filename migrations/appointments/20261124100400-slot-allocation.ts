import { type Kysely, sql } from 'kysely';

/**
 * Live time. Its two exclusion constraints are what makes a double booking impossible, so the table is not
 * partitioned: PostgreSQL would hold the constraints within each partition only, and accept an overlap across
 * a month boundary.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.slot_allocation (
      appointment_id uuid not null,
      schedule_id uuid not null references appointments.schedule,
      lane smallint not null default 0 check (lane between 0 and 9),
      during tstzrange not null,
      patient_id uuid,
      patient_lane smallint not null default 0 check (patient_lane between 0 and 9),
      visit tstzrange,
      status text not null default 'busy' check (status in ('busy', 'busy_tentative')),
      expires_at timestamptz(3),
      created_at timestamptz(3) not null default now(),
      primary key (appointment_id, schedule_id),

      constraint slot_allocation_schedule_excl
        exclude using gist (schedule_id with =, lane with =, during with &&),
      constraint slot_allocation_patient_excl
        exclude using gist (patient_id with =, patient_lane with =, visit with &&) where (patient_id is not null),

      -- An empty range overlaps nothing and an inclusive end collides with the next start: both would slip past
      -- or trip the constraints above.
      constraint slot_allocation_during check (
        not isempty(during) and not lower_inf(during) and not upper_inf(during)
        and lower_inc(during) and not upper_inc(during)
        and isfinite(lower(during)) and isfinite(upper(during))
      ),
      constraint slot_allocation_visit check (
        visit is null
        or not isempty(visit) and lower_inc(visit) and not upper_inc(visit) and visit <@ during
      ),
      constraint slot_allocation_patient_visits check ((patient_id is null) = (visit is null)),
      constraint slot_allocation_hold_expires check ((status = 'busy_tentative') = (expires_at is not null))
    );
    create index slot_allocation_expires_at on appointments.slot_allocation (expires_at) where expires_at is not null;

    comment on table appointments.slot_allocation is
      'Live and future time of schedules and patients. Cancelling, no-show and expiry delete the row with the change that frees the time.';
    comment on column appointments.slot_allocation.during is 'The visit and its buffers: what the schedule cannot give to another.';
    comment on column appointments.slot_allocation.visit is 'The bare visit: where the patient is. Buffers are the doctor''s alone.';
    comment on column appointments.slot_allocation.lane is '0 is normal, 1 and up are authorised overbookings.';
    comment on column appointments.slot_allocation.patient_lane is '0 is normal, 1 and up are overrides by staff, which are audited.';
  `.execute(db);
}
