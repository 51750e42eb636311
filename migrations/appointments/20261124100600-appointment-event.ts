import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.appointment_event (
      appointment_id uuid not null,
      seq integer not null check (seq > 0),
      type text not null check (type in (
        'held', 'booked', 'rescheduled', 'arrived', 'checked_in', 'fulfilled', 'cancelled', 'expired', 'no_show',
        'entered_in_error'
      )),
      status_from text,
      status_to text not null,
      version integer not null check (version > 0),
      doctor_id uuid not null,
      patient_id uuid not null,
      clinic_id uuid not null,
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null,
      previous_starts_at timestamptz(3),
      previous_ends_at timestamptz(3),
      actor_account uuid,
      actor_role text not null check (length(actor_role) <= 20),
      override text check (length(override) <= 500),
      occurred_at timestamptz(3) not null default now(),
      position bigint generated always as identity,
      committed_in xid8 not null default pg_current_xact_id(),
      primary key (appointment_id, seq),
      constraint appointment_event_period check (ends_at > starts_at),
      constraint appointment_event_previous check (
        (previous_starts_at is null) = (previous_ends_at is null) and (type <> 'rescheduled' or previous_starts_at is not null)
      )
    );

    comment on table appointments.appointment_event is
      'What happened to each appointment; seq has no gaps. Not partitioned: (appointment_id, seq) must be unique over all months, which also makes an appointment''s id unique across its partitions.';
    comment on column appointments.appointment_event.override is 'Why staff overruled a rule, where they did.';
    comment on column appointments.appointment_event.position is
      'Order for readers that follow many appointments. Transactions may commit out of this order: see committed_in.';
    comment on column appointments.appointment_event.committed_in is
      'A reader that stops at pg_snapshot_xmin(pg_current_snapshot()) never steps over a transaction that is still open.';
  `.execute(db);
}
