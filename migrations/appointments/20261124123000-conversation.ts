import { type Kysely, sql } from 'kysely';

/**
 * The messages of an appointment are a conversation, and an inbox a list of conversations. The parties are kept once a
 * conversation instead of once a message, and follow the appointment where it moves.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table appointments.message
      drop column patient_id,
      drop column doctor_id,
      drop column clinic_id;

    create table appointments.conversation (
      appointment_id uuid primary key,
      patient_id uuid not null,
      doctor_id uuid not null,
      clinic_id uuid not null,
      last_message_id uuid not null references appointments.message,
      last_sent_at timestamptz(3) not null
    );
    create index conversation_patient
      on appointments.conversation (patient_id, last_sent_at desc, appointment_id desc);
    create index conversation_doctor
      on appointments.conversation (doctor_id, last_sent_at desc, appointment_id desc);
    create index conversation_clinic
      on appointments.conversation (clinic_id, last_sent_at desc, appointment_id desc);

    comment on table appointments.conversation is
      'Appointments with messages, and whose they are now: changed with the appointment, in one transaction.';
    comment on column appointments.conversation.last_sent_at is
      'Grows with each message, by a millisecond at least: no message takes a place that a reader has passed.';

    alter table appointments.message_receipt
      drop constraint message_receipt_pkey,
      add primary key (message_id),
      add column reader_role text not null check (reader_role in ('PATIENT', 'DOCTOR', 'STAFF'));

    comment on table appointments.message_receipt is
      'Who of the other side read a message first. A care team reads as one: what one has read, the others need not.';

    create table appointments.message_allowance (
      account_id uuid primary key,
      spent_until timestamptz(3) not null
    );

    comment on table appointments.message_allowance is
      'How fast accounts write. Each message moves its account''s time ahead, and what is too far ahead must wait.';
  `.execute(db);
}
