import { type Kysely, sql } from 'kysely';

/**
 * Holds are limited by the database: one of a patient with a doctor, and as many of an account as it has places. A hold
 * that came to nothing gets a status of its own, which the indexes of appointments carry already.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table appointments.slot_allocation
      add column held_by uuid,
      add column hold_place smallint,
      add constraint slot_allocation_hold_place check (
        (held_by is null) = (hold_place is null)
        and (held_by is null or expires_at is not null)
        and hold_place between 1 and 99
      );
    create unique index slot_allocation_one_hold
      on appointments.slot_allocation (patient_id, schedule_id) where expires_at is not null;
    create unique index slot_allocation_hold_places
      on appointments.slot_allocation (held_by, hold_place) where held_by is not null;

    comment on column appointments.slot_allocation.held_by is
      'Account whose holds are counted; null for bookings and for what the waitlist offers.';
    comment on column appointments.slot_allocation.hold_place is
      'Which of the places that the account may fill: a full house has no number left, whoever races for it.';

    -- Not valid: what is there obeyed the narrower rule, so nothing needs to be read.
    alter table appointments.appointment
      drop constraint appointment_status_check,
      add constraint appointment_status_check check (status in (
        'pending', 'booked', 'arrived', 'checked_in', 'fulfilled', 'cancelled', 'lapsed', 'no_show', 'entered_in_error'
      )) not valid;

    comment on column appointments.appointment.status is
      'lapsed: was held and never booked. Clients see it as cancelled, and lists of visits leave it out.';
  `.execute(db);
}
