import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf } from '@consulta/platform/postgres/expressions';
import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import { selectState } from '../appointment/change-queries.ts';
import type { AppointmentState } from '../appointment/state.ts';
import type { Database } from '../generated/database.ts';
import type { HoldColumn } from './columns.ts';

/** A condition on `appointment` or `slot_allocation`. */
export type Condition = Expression<SqlBool>;

/**
 * Holds that still run. The allocation says that one does, the appointment what it is for; patient and schedule are
 * the same in both, which lets either table's index find them.
 */
function liveHolds(matching: Condition) {
  const eb = expressionBuilder<Database, never>();
  return eb
    .selectFrom('slot_allocation')
    .innerJoin('appointment', (join) =>
      join
        .onRef('appointment.id', '=', 'slot_allocation.appointment_id')
        .onRef('appointment.patient_id', '=', 'slot_allocation.patient_id')
        .onRef('appointment.schedule_id', '=', 'slot_allocation.schedule_id')
        // The start tells the month: the row is looked up in one partition.
        .on(sql<boolean>`appointment.starts_at = lower(slot_allocation.visit)`),
    )
    .select([
      'appointment.id',
      'appointment.starts_at',
      'appointment.ends_at',
      'appointment.doctor_id',
      'appointment.clinic_id',
      'appointment.service_id',
      'appointment.patient_id',
      'appointment.modality',
      sql<Date>`slot_allocation.expires_at`.as('expires_at'),
    ])
    .where(sql<boolean>`slot_allocation.expires_at > now()`)
    .where(matching)
    .as('hold');
}

export function holdsByIds(
  db: Kysely<Database>,
  ids: readonly string[],
  visible: Condition,
  columns: readonly HoldColumn[],
) {
  const eb = expressionBuilder<Database, 'slot_allocation'>();
  const these = eb.and([visible, eb('slot_allocation.appointment_id', '=', anyOf(ids))]);
  return db.selectFrom(liveHolds(these)).select(columns).execute();
}

export function holdPage(
  db: Kysely<Database>,
  page: Page<HoldColumn>,
  matching: Condition,
  columns: readonly HoldColumn[],
) {
  return takePage(db.selectFrom(liveHolds(matching)).select(columns), 'hold', page).execute();
}

export async function countHolds(db: Kysely<Database>, matching: Condition): Promise<number> {
  const counted = db.selectFrom(liveHolds(matching)).select((eb) => eb.fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

/** The visible holds of one doctor, found by the doctor's schedule. */
export function ofDoctor(doctor: string, visible: Condition): Condition {
  const eb = expressionBuilder<Database, 'appointment' | 'slot_allocation'>();
  const schedule = eb.selectFrom('schedule').select('schedule.id').where('schedule.doctor_id', '=', doctor);
  return eb.and([visible, eb('slot_allocation.schedule_id', '=', schedule)]);
}

/** The appointment that a hold is, whatever has become of it. */
export function heldAppointment(
  transaction: Transaction<Database>,
  id: string,
  visible: Condition,
): Promise<AppointmentState | undefined> {
  return selectState(transaction).where('id', '=', id).where(visible).executeTakeFirst() as Promise<
    AppointmentState | undefined
  >;
}

/**
 * Makes a hold's time a booking's, if it still runs: the one place where confirming and running out are decided.
 *
 * @returns false where somebody or the clock was faster
 */
export async function keepHeldTime(transaction: Transaction<Database>, appointment: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('slot_allocation')
    .set({ status: 'busy', expires_at: null, held_by: null, hold_place: null })
    .where('appointment_id', '=', appointment)
    .where(sql<boolean>`expires_at > now()`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @returns false where the time is not held any more */
export async function releaseHeldTime(transaction: Transaction<Database>, appointment: string): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('slot_allocation')
    .where('appointment_id', '=', appointment)
    .where('expires_at', 'is not', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * Takes the time away from some holds that ran out, the oldest first; passes over those that somebody else is at.
 *
 * @returns their appointments, which are to be cancelled in the same transaction
 */
export async function removeExpired(transaction: Transaction<Database>, most: number): Promise<string[]> {
  const removed = await transaction
    // Not as a subquery: that may be run once a row, and lock more than it should.
    .with('ended', (query) =>
      query
        .selectFrom('slot_allocation')
        .select(['appointment_id', 'schedule_id'])
        .where(sql<boolean>`expires_at <= now()`)
        .orderBy('expires_at')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('slot_allocation')
    .using('ended')
    .whereRef('slot_allocation.appointment_id', '=', 'ended.appointment_id')
    .whereRef('slot_allocation.schedule_id', '=', 'ended.schedule_id')
    .returning('slot_allocation.appointment_id')
    .execute();
  return [...new Set(removed.map(({ appointment_id }) => appointment_id))];
}
