import { type Kysely, sql, type Transaction } from 'kysely';
import type { Condition } from '../appointment/queries.ts';
import type { AppointmentState } from '../appointment/state.ts';
import type { Database } from '../generated/database.ts';

/** What is asked of an appointment that messages are about. */
export type Subject = Pick<AppointmentState, 'id' | 'status' | 'patient_id' | 'doctor_id' | 'clinic_id'>;

/** A message to write. Ids are uuids. */
export interface NewMessage {
  readonly id: string;
  readonly author: string;
  readonly role: string;
  readonly body: string;
}

/**
 * The appointment, kept from changing until the transaction ends: whoever moves it to another doctor finds the
 * conversation that is begun meanwhile. Those who write do not wait for each other here.
 */
export function subjectOf(
  transaction: Transaction<Database>,
  appointment: string,
  visible: Condition,
): Promise<Subject | undefined> {
  return transaction
    .selectFrom('appointment')
    .select(['id', 'status', 'patient_id', 'doctor_id', 'clinic_id'])
    .where('id', '=', appointment)
    .where(visible)
    .forShare()
    .executeTakeFirst() as Promise<Subject | undefined>;
}

/** How fast an account may write. */
export interface Allowance {
  /** So many at once. */
  readonly most: number;
  /** Then one in so many seconds. */
  readonly secondsEach: number;
}

/**
 * Takes a message out of an account's allowance (the generic cell rate algorithm: a bucket that leaks, kept as the one
 * time at which it will be empty). The row's lock decides races.
 *
 * @returns false where nothing is left at `now`
 */
export async function spendAllowance(
  transaction: Transaction<Database>,
  account: string,
  now: Date,
  { most, secondsEach }: Allowance,
): Promise<boolean> {
  const each = sql`make_interval(secs => ${secondsEach})`;
  const { numAffectedRows } = await sql`
    insert into ${sql.table('appointments.message_allowance')} as allowance (account_id, spent_until)
    values (${account}::uuid, ${now}::timestamptz + ${each})
    on conflict (account_id) do update set spent_until = greatest(allowance.spent_until, ${now}::timestamptz) + ${each}
    where allowance.spent_until <= ${now}::timestamptz + ${each} * ${most - 1}::int`.execute(transaction);
  return numAffectedRows === 1n;
}

/**
 * Writes a message and puts its conversation at the front of the parties' inboxes, in one statement. The conversation's
 * row is locked first, so messages are sent one after the other, each later than the last: a reader who has passed a
 * place misses none that came before it.
 */
export async function insertMessage(
  transaction: Transaction<Database>,
  { id: appointment, patient_id, doctor_id, clinic_id }: Subject,
  { id, author, role, body }: NewMessage,
): Promise<void> {
  await sql`
    with conversation as (
      insert into ${sql.table('appointments.conversation')} as conversation
        (appointment_id, patient_id, doctor_id, clinic_id, last_message_id, last_sent_at)
      values
        (${appointment}::uuid, ${patient_id}::uuid, ${doctor_id}::uuid, ${clinic_id}::uuid, ${id}::uuid, clock_timestamp())
      on conflict (appointment_id) do update set
        last_message_id = excluded.last_message_id,
        last_sent_at = greatest(excluded.last_sent_at, conversation.last_sent_at + interval '1 millisecond')
      returning last_sent_at
    )
    insert into ${sql.table('appointments.message')} (id, appointment_id, author_account, author_role, body, sent_at)
    select ${id}::uuid, ${appointment}::uuid, ${author}::uuid, ${role}::text, ${body}::text, last_sent_at
    from conversation`.execute(transaction);
}

/** The messages up to one of them that somebody read. */
export interface Reading {
  readonly appointment: string;
  readonly upTo: string;
  readonly account: string;
  readonly role: string;
  /** Roles of authors whose messages count. */
  readonly authors: readonly string[];
}

/**
 * Keeps that messages were read, in one statement; what somebody read before stays as it is.
 *
 * @returns the last of those that nobody had read; nothing where there are none
 */
export async function insertReceipts(
  transaction: Transaction<Database>,
  { appointment, upTo, account, role, authors }: Reading,
): Promise<string | undefined> {
  const messages = sql.table('appointments.message');
  const receipts = sql.table('appointments.message_receipt');
  const { rows } = await sql<{ id: string }>`
    with read as (
      insert into ${receipts} (message_id, account_id, reader_role)
      select message.id, ${account}::uuid, ${role}::text
      from ${messages} message
      join ${messages} last on last.id = ${upTo}::uuid and last.appointment_id = ${appointment}::uuid
      where message.appointment_id = ${appointment}::uuid
        and (message.sent_at, message.id) <= (last.sent_at, last.id)
        and message.author_role = any(${authors}::text[])
        and not exists (select from ${receipts} receipt where receipt.message_id = message.id)
      -- In one order, so that two who read at once wait for each other and never in a circle.
      order by message.sent_at, message.id
      on conflict (message_id) do nothing
      returning message_id
    )
    select message.id from read join ${messages} message on message.id = read.message_id
    order by message.sent_at desc, message.id desc
    limit 1`.execute(transaction);
  return rows[0]?.id;
}

export async function isMessageOf(db: Kysely<Database>, message: string, appointment: string): Promise<boolean> {
  const found = await db
    .selectFrom('message')
    .select('id')
    .where('id', '=', message)
    .where('appointment_id', '=', appointment)
    .executeTakeFirst();
  return found !== undefined;
}

/** A conversation is its appointment's parties', whoever they are now. */
export async function followAppointment(
  transaction: Transaction<Database>,
  { id, doctor_id, clinic_id }: Pick<Subject, 'id' | 'doctor_id' | 'clinic_id'>,
): Promise<void> {
  await transaction
    .updateTable('conversation')
    .set({ doctor_id, clinic_id })
    .where('appointment_id', '=', id)
    .execute();
}
