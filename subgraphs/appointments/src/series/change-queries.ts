import { anyOf } from '@consulta/platform/postgres/expressions';
import { type Expression, type Insertable, type Kysely, type SqlBool, sql, type Updateable } from 'kysely';
import { timeZone } from '../appointment/change-queries.ts';
import { type AppointmentState, stateColumns } from '../appointment/state.ts';
import type { Database } from '../generated/database.ts';

type Series = Database['appointment_series'];
type Condition = Expression<SqlBool>;

const seriesState = ['id', 'version', 'doctor_id', 'patient_id', 'clinic_id'] as const;

/**
 * Lets transactions that book or move many visits of a doctor or a patient follow each other, until they end. One that
 * takes times in order waits for another that frees some and takes others: two of them could wait for each other.
 *
 * @param parties uuids of doctors and patients
 */
export async function takeTurns(db: Kysely<Database>, parties: readonly string[]): Promise<void> {
  const inOrder = [...new Set(parties)].sort();
  await sql`
    select pg_advisory_xact_lock(hashtextextended('series ' || party, 0))
    from unnest(${inOrder}::text[]) with ordinality as one(party, position) order by position`.execute(db);
}

export async function insertSeries(
  db: Kysely<Database>,
  series: Insertable<Series>,
  occurrences: readonly { readonly number: number; readonly appointment: string }[],
) {
  const inserted = await db
    .insertInto('appointment_series')
    .values(series)
    .returning(seriesState)
    .executeTakeFirstOrThrow();
  const numbers = occurrences.map(({ number }) => number);
  const appointments = occurrences.map(({ appointment }) => appointment);
  await db
    .insertInto('appointment_series_occurrence')
    .columns(['series_id', 'number', 'appointment_id'])
    .expression(
      sql`select ${inserted.id}::uuid, number, appointment
          from unnest(${numbers}::smallint[], ${appointments}::uuid[]) as one(number, appointment)`,
    )
    .execute();
  return inserted;
}

/** The series of an appointment and its place there, locked: changes of many of its appointments follow each other. */
export function lockSeriesOf(db: Kysely<Database>, appointment: string, visible: Condition) {
  return db
    .selectFrom('appointment_series_occurrence as named')
    .innerJoin('appointment_series', 'appointment_series.id', 'named.series_id')
    .select([
      'appointment_series.id',
      'appointment_series.version',
      'appointment_series.time_zone',
      'appointment_series.starts_on',
      'appointment_series.starts',
      'named.number',
    ])
    .where('named.appointment_id', '=', appointment)
    .where(visible)
    .forNoKeyUpdate('appointment_series')
    .executeTakeFirst();
}

/** An appointment and its place in its series. */
export type NumberedAppointment = AppointmentState & { readonly number: number };

/** Those of a series between two numbers, both included, locked in order of their ids. */
export function lockOccurrences(
  db: Kysely<Database>,
  series: string,
  { from, to }: { readonly from: number; readonly to: number },
  visible: Condition,
): Promise<NumberedAppointment[]> {
  const occurrences = sql.table('appointments.appointment_series_occurrence');
  const query = db
    .selectFrom('appointment')
    .innerJoin('appointment_series_occurrence as occurrence', 'occurrence.appointment_id', 'appointment.id')
    .select(stateColumns.map((column) => `appointment.${column}` as const))
    .select(timeZone)
    .select('occurrence.number')
    .where(
      'appointment.id',
      '=',
      sql<string>`any(array(
        select appointment_id from ${occurrences} where series_id = ${series} and number between ${from} and ${to}
      ))`,
    )
    .where(visible)
    .orderBy('appointment.id')
    .forUpdate('appointment');
  return query.execute() as Promise<NumberedAppointment[]>;
}

/** Counts a change of a series that is locked. */
export function changeSeries(db: Kysely<Database>, id: string, changes: Updateable<Series> = {}) {
  return db
    .updateTable('appointment_series')
    .set(changes)
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .returning(seriesState)
    .executeTakeFirstOrThrow();
}

/** Those of some instants that lie in months which no partition takes yet, as milliseconds. */
export async function inUnopenedMonths(db: Kysely<Database>, instants: readonly Date[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ instant: Date }>`
    select instant from unnest(${instants}::timestamptz[]) as one(instant)
    where to_regclass('appointments.appointment_y' || to_char(instant at time zone 'UTC', 'YYYY"m"MM')) is null
  `.execute(db);
  return new Set(rows.map(({ instant }) => instant.getTime()));
}

/** Gives back all time of appointments. */
export async function releaseTimes(db: Kysely<Database>, appointments: readonly string[]): Promise<void> {
  await db.deleteFrom('slot_allocation').where('appointment_id', '=', anyOf(appointments)).execute();
}
