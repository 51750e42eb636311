import { anyOf } from '@consulta/platform/postgres/expressions';
import { type Kysely, sql, type Transaction, type Updateable } from 'kysely';
import { type Period, range } from '../booking/period.ts';
import type { Database } from '../generated/database.ts';
import { type EntryState, entryStateColumns } from './entry.ts';
import type { Condition } from './queries.ts';

/** Somebody who wants to wait. Ids are uuids. */
export interface NewEntry {
  readonly id: string;
  readonly patient: string;
  readonly doctor: string;
  readonly clinic: string;
  readonly service: string;
  readonly modality: string | null;
  readonly period: Period;
  readonly createdBy: string;
}

const entries = sql.table('appointments.waitlist_entry');

/** The numbers that a patient's live entries leave free, the lowest first. */
const placesLeft = (patient: string, most: number) => sql`
  select place::smallint from generate_series(1, ${most}::int) place
  where not exists (
    select from ${entries} taken
    where taken.patient_id = ${patient} and taken.place = place.place and taken.status in ('waiting', 'offered')
  )
  order by place`;

/**
 * Takes the patient's lowest free place, unless they wait for the same already: the table's constraints decide races.
 *
 * @returns nothing where a constraint is in the way, or a rival was faster
 */
export async function insertEntry(
  db: Kysely<Database>,
  { id, patient, doctor, clinic, service, modality, period, createdBy }: NewEntry,
  most: number,
): Promise<EntryState | undefined> {
  const { rows } = await sql<EntryState>`
    insert into ${entries}
      (id, patient_id, doctor_id, clinic_id, service_id, modality, period, place, created_by)
    select
      ${id}::uuid, ${patient}::uuid, ${doctor}::uuid, ${clinic}::uuid, ${service}::uuid, ${modality}::text,
      ${range(period)}, free.place, ${createdBy}::uuid
    from (${placesLeft(patient, most)} limit 1) as free(place)
    on conflict do nothing
    returning ${sql.join(entryStateColumns.map((column) => sql.ref(column)))}`.execute(db);
  return rows[0];
}

/** What keeps a patient from waiting; neither where the rival has left by now. */
export async function obstaclesTo(
  db: Kysely<Database>,
  { patient, doctor, service, period }: NewEntry,
  most: number,
): Promise<{ readonly waiting: boolean; readonly places: boolean }> {
  const { rows } = await sql<{ waiting: boolean; places: boolean }>`
    select
      exists (
        select from ${entries}
        where patient_id = ${patient} and doctor_id = ${doctor} and service_id = ${service}
          and period && ${range(period)} and status in ('waiting', 'offered')
      ) as waiting,
      not exists (${placesLeft(patient, most)}) as places`.execute(db);
  return rows[0] ?? { waiting: false, places: false };
}

export function entryState(
  transaction: Transaction<Database>,
  id: string,
  visible: Condition,
): Promise<EntryState | undefined> {
  return transaction
    .selectFrom('waitlist_entry')
    .select(entryStateColumns)
    .where('id', '=', id)
    .where(visible)
    .executeTakeFirst();
}

const nextVersion = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };

/**
 * The compare-and-swap behind every change of one entry.
 *
 * @returns nothing where somebody was faster
 */
export function swapEntry(
  transaction: Transaction<Database>,
  before: Pick<EntryState, 'id' | 'status' | 'version'>,
  changes: Updateable<Database['waitlist_entry']>,
): Promise<EntryState | undefined> {
  return transaction
    .updateTable('waitlist_entry')
    .set(changes)
    .set(nextVersion)
    .where('id', '=', before.id)
    .where('status', '=', before.status)
    .where('version', '=', before.version)
    .returning(entryStateColumns)
    .executeTakeFirst();
}

/** The entry that was offered an appointment is booked with it; nothing where the waitlist had no part in it. */
export function bookOffered(transaction: Transaction<Database>, appointment: string): Promise<EntryState | undefined> {
  return transaction
    .updateTable('waitlist_entry')
    .set({ status: 'booked', offer_expires_at: null })
    .set(nextVersion)
    .where('offered_appointment_id', '=', appointment)
    .where('status', '=', 'offered')
    .returning(entryStateColumns)
    .executeTakeFirst();
}

/** Entries whose offers came to nothing wait again, in the place that they had. */
export async function withdrawOffers(
  transaction: Transaction<Database>,
  appointments: readonly string[],
): Promise<void> {
  await transaction
    .updateTable('waitlist_entry')
    .set({ status: 'waiting', offered_appointment_id: null, offer_expires_at: null })
    .set(nextVersion)
    .where('offered_appointment_id', '=', anyOf(appointments))
    .where('status', '=', 'offered')
    .execute();
}

/** Ends entries whose period has passed; passes over those that somebody else is at. */
export function expireEntries(transaction: Transaction<Database>, most: number): Promise<EntryState[]> {
  return transaction
    .with('ended', (query) =>
      query
        .selectFrom('waitlist_entry')
        .select('id')
        .where('status', '=', sql.lit('waiting'))
        .where(sql<boolean>`upper(period) <= now()`)
        .orderBy(sql`upper(period)`)
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('waitlist_entry')
    .from('ended')
    .set({ status: 'expired', version: sql<number>`waitlist_entry.version + 1`, updated_at: sql<Date>`now()` })
    .whereRef('waitlist_entry.id', '=', 'ended.id')
    .returning(entryStateColumns.map((column) => `waitlist_entry.${column}` as const))
    .execute();
}
