import { anyOf } from '@consulta/platform/postgres/expressions';
import { type Kysely, sql } from 'kysely';
import type { AppointmentState } from '../appointment/state.ts';
import type { Database } from '../generated/database.ts';

/** How long before its start and after its end a visit can be joined. */
const margin = sql`interval '15 minutes'`;

const table = sql.table('appointments.video_session');

interface PlannedSession {
  readonly id: string;
  readonly version: number;
  readonly appointment_id: string;
  /** False where it only moved. */
  readonly planned_again: boolean;
}

/**
 * Makes the sessions of visits, moves those that have another time, and plans again those that were called off; in one
 * statement. One that has begun stays as it is.
 *
 * @returns those that changed
 */
export async function planSessions(
  db: Kysely<Database>,
  visits: readonly Pick<AppointmentState, 'id' | 'starts_at' | 'ends_at'>[],
): Promise<PlannedSession[]> {
  const { rows } = await sql<PlannedSession>`
    insert into ${table} as session (appointment_id, opens_at, closes_at)
    select visit.appointment, visit.starts - ${margin}, visit.ends + ${margin}
    from unnest(
      ${visits.map(({ id }) => id)}::uuid[],
      ${visits.map(({ starts_at }) => starts_at)}::timestamptz[],
      ${visits.map(({ ends_at }) => ends_at)}::timestamptz[]
    ) as visit(appointment, starts, ends)
    on conflict (appointment_id) do update
      set opens_at = excluded.opens_at, closes_at = excluded.closes_at, status = 'scheduled',
        version = session.version + 1, updated_at = now()
      where session.status = 'cancelled'
        or (session.status = 'scheduled'
          and (session.opens_at, session.closes_at) <> (excluded.opens_at, excluded.closes_at))
    returning session.id, session.version, session.appointment_id,
      coalesce(old.status, 'cancelled') = 'cancelled' as planned_again`.execute(db);
  return rows;
}

/** Calls sessions off that are not over; returns those that were not yet. */
export function cancelSessions(db: Kysely<Database>, appointments: readonly string[]) {
  return db
    .updateTable('video_session')
    .set((eb) => ({ status: 'cancelled', version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('appointment_id', '=', anyOf(appointments))
    .where('status', 'in', ['scheduled', 'open', 'in_progress'])
    .returning(['id', 'version', 'appointment_id'])
    .execute();
}
