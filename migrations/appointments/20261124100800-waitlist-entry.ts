import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.waitlist_entry (
      id uuid primary key default uuidv7(),
      patient_id uuid not null,
      doctor_id uuid not null,
      clinic_id uuid not null,
      service_id uuid not null,
      period tstzrange not null,
      status text not null default 'waiting' check (status in ('waiting', 'offered', 'booked', 'cancelled', 'expired')),
      offered_appointment_id uuid,
      offer_expires_at timestamptz(3),
      version integer not null default 1 check (version > 0),
      created_by uuid not null,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      constraint waitlist_entry_period check (
        not isempty(period) and not lower_inf(period) and not upper_inf(period)
        and lower_inc(period) and not upper_inc(period)
      ),
      constraint waitlist_entry_offer check (
        (status = 'offered') = (offer_expires_at is not null)
        and (status not in ('offered', 'booked') or offered_appointment_id is not null)
      )
    );
    create index waitlist_entry_queue on appointments.waitlist_entry (doctor_id, created_at, id) where status = 'waiting';
    create index waitlist_entry_patient on appointments.waitlist_entry (patient_id, created_at desc, id desc);
    create index waitlist_entry_offers on appointments.waitlist_entry (offer_expires_at) where status = 'offered';

    comment on table appointments.waitlist_entry is
      'Who waits for a freed time of a doctor; first come, first offered. An offer is a hold: the appointment that it names.';
  `.execute(db);
}
