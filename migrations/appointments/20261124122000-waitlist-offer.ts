import { type Kysely, sql } from 'kysely';

/**
 * A patient waits once for a doctor's service at a time, with as many entries as there are places, and is offered no
 * time twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table appointments.waitlist_entry
      add column modality text check (modality in ('in_person', 'video')),
      add column place smallint not null check (place between 1 and 99),
      add constraint waitlist_entry_once exclude using gist
        (patient_id with =, doctor_id with =, service_id with =, period with &&) where (status in ('waiting', 'offered'));
    create unique index waitlist_entry_places
      on appointments.waitlist_entry (patient_id, place) where status in ('waiting', 'offered');
    create index waitlist_entry_doctor on appointments.waitlist_entry (doctor_id, created_at, id);
    create unique index waitlist_entry_appointment
      on appointments.waitlist_entry (offered_appointment_id) where offered_appointment_id is not null;
    create index waitlist_entry_ends on appointments.waitlist_entry (upper(period)) where status = 'waiting';

    comment on column appointments.waitlist_entry.modality is 'How the patient wants to meet the doctor; null for either way.';
    comment on column appointments.waitlist_entry.place is
      'Which of the places that a patient may fill: a full house has no number left, whoever races for it.';

    create table appointments.waitlist_offer (
      entry_id uuid not null references appointments.waitlist_entry on delete cascade,
      appointment_id uuid not null,
      visit tstzrange not null,
      offered_at timestamptz(3) not null default now(),
      primary key (entry_id, appointment_id),
      constraint waitlist_offer_once exclude using gist (entry_id with =, visit with &&)
    );

    comment on table appointments.waitlist_offer is
      'What was offered to whom. Who declined a time, or let it run out, is not asked about it again.';
  `.execute(db);
}
