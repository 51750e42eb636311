import { anyOf } from '@consulta/platform/postgres/expressions';
import { type Insertable, type Kysely, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import { nextVersion, returned, withEvents } from './change-queries.ts';
import type { Happening } from './event.ts';
import type { AppointmentState } from './state.ts';

/** Writes appointments, each with its first event, in one statement. */
export function insertAppointments(
  db: Kysely<Database>,
  appointments: readonly Insertable<Database['appointment']>[],
  happening: Happening,
): Promise<AppointmentState[]> {
  const inserted = db.with('changed', (query) =>
    query
      .insertInto('appointment')
      .values([...appointments])
      .returning(returned(happening)),
  );
  return withEvents(inserted, happening);
}

/** Cancels appointments that are locked, each with its event, in one statement. */
export function cancelAppointments(
  db: Kysely<Database>,
  ids: readonly string[],
  reason: string | null,
  happening: Happening,
): Promise<AppointmentState[]> {
  const cancelled = db.with('changed', (query) =>
    query
      .updateTable('appointment')
      .set({ status: 'cancelled', cancellation_reason: reason })
      .set(nextVersion)
      .where('id', '=', anyOf(ids))
      .returning(returned(happening)),
  );
  return withEvents(cancelled, happening);
}

/** Where an appointment moves. */
export interface Move {
  readonly appointment: string;
  /** Where it starts now: the partition that it leaves. */
  readonly previousStart: Date;
  readonly start: Date;
  readonly end: Date;
}

/** Moves appointments that are locked, each with its event, in one statement. */
export function moveAppointments(
  db: Kysely<Database>,
  moves: readonly Move[],
  happening: Happening,
): Promise<AppointmentState[]> {
  const rows = sql<{ appointment: string; previous_start: Date; new_start: Date; new_end: Date }>`unnest(
    ${moves.map(({ appointment }) => appointment)}::uuid[],
    ${moves.map(({ previousStart }) => previousStart)}::timestamptz[],
    ${moves.map(({ start }) => start)}::timestamptz[],
    ${moves.map(({ end }) => end)}::timestamptz[]
  )`.as<'move'>(sql`move(appointment, previous_start, new_start, new_end)`);
  const moved = db.with('changed', (query) =>
    query
      .updateTable('appointment')
      .from(rows)
      .set((eb) => ({ starts_at: eb.ref('move.new_start'), ends_at: eb.ref('move.new_end') }))
      .set(nextVersion)
      .whereRef('appointment.id', '=', 'move.appointment')
      .whereRef('appointment.starts_at', '=', 'move.previous_start')
      .returning(returned(happening)),
  );
  return withEvents(moved, happening);
}
