import { anyOf } from '@consulta/platform/postgres/expressions';
import { type Kysely, sql, type Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Period } from '../booking/period.ts';
import { range } from '../booking/period.ts';
import type { Database } from '../generated/database.ts';

/** A change that took an appointment from a doctor's time. */
export interface Departure {
  readonly appointment: string;
  readonly seq: number;
  /** Whose time it took before. */
  readonly doctor: string;
}

/** Time of a doctor that may be free now. */
export interface FreedTime {
  readonly doctor: string;
  readonly start: Date;
  readonly end: Date;
}

/** What the appointments took before they went, as far as it is still to come. Events carry no times: the history does. */
export async function freedTimes(
  db: Kysely<Database>,
  departures: readonly Departure[],
  now: Date,
): Promise<FreedTime[]> {
  const { rows } = await sql<FreedTime>`
    select
      departure.doctor,
      coalesce(event.previous_starts_at, event.starts_at) as start,
      coalesce(event.previous_ends_at, event.ends_at) as "end"
    from jsonb_to_recordset(${JSON.stringify(departures)}::jsonb) as departure(appointment uuid, seq int, doctor uuid)
    join ${sql.table('appointments.appointment_event')} event
      on event.appointment_id = departure.appointment and event.seq = departure.seq
    where coalesce(event.previous_ends_at, event.ends_at) > ${now}
    order by start`.execute(db);
  return rows;
}

/**
 * Makes this transaction the only one that gives freed time of these doctors to those who wait, so that what it reads of
 * the line and of what is open stays true while it goes through them. The constraints alone would keep two relays from
 * offering one time, but one of them could lose every time it tries for somebody, and ask the next in line.
 */
export async function lockQueues(transaction: Transaction<Database>, doctors: readonly string[]): Promise<void> {
  // In one order, and without getting in the way of bookings, whose foreign keys share the row.
  await transaction
    .selectFrom('schedule')
    .select('id')
    .where('doctor_id', '=', anyOf(doctors))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Somebody who waits, with what is needed to find them a time. */
export interface Waiting {
  readonly id: string;
  readonly patient_id: string;
  readonly clinic_id: string;
  readonly service_id: string;
  readonly modality: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly version: number;
  readonly created_by: string;
  /** Visits they were offered before, in epoch milliseconds. */
  readonly offered: readonly { readonly start: number; readonly end: number }[];
}

/** The next of those who wait for a doctor, in order, whose period touches what became free. */
export function nextWaiting(
  db: Kysely<Database>,
  { doctor, within, after, most }: { doctor: string; within: Period; after: string | null; most: number },
): Promise<Waiting[]> {
  const entries = db
    .selectFrom('waitlist_entry as entry')
    .select((eb) => [
      'entry.id',
      'entry.patient_id',
      'entry.clinic_id',
      'entry.service_id',
      'entry.modality',
      sql<Date>`lower(entry.period)`.as('starts_at'),
      sql<Date>`upper(entry.period)`.as('ends_at'),
      'entry.version',
      'entry.created_by',
      jsonArrayFrom(
        eb
          .selectFrom('waitlist_offer as offer')
          .select([
            sql<number>`(extract(epoch from lower(offer.visit)) * 1000)::bigint`.as('start'),
            sql<number>`(extract(epoch from upper(offer.visit)) * 1000)::bigint`.as('end'),
          ])
          .whereRef('offer.entry_id', '=', 'entry.id'),
      ).as('offered'),
    ])
    .where('entry.doctor_id', '=', doctor)
    .where('entry.status', '=', sql.lit('waiting'))
    .where(sql<boolean>`entry.period && ${range(within)}`)
    .orderBy('entry.created_at')
    .orderBy('entry.id')
    .limit(most);
  if (after === null) return entries.execute();
  return entries
    .where(
      sql<boolean>`(entry.created_at, entry.id) > (
        select last.created_at, last.id from ${sql.table('appointments.waitlist_entry')} last where last.id = ${after}
      )`,
    )
    .execute();
}

/** Keeps that a visit was offered; the table refuses a second offer of the same time. */
export async function insertOffer(
  transaction: Transaction<Database>,
  { entry, appointment, visit }: { entry: string; appointment: string; visit: Period },
): Promise<void> {
  await transaction
    .insertInto('waitlist_offer')
    .values({ entry_id: entry, appointment_id: appointment, visit: range(visit) })
    .execute();
}
