import { lacksPartition } from '@consulta/platform/postgres/errors';
import { anyOf } from '@consulta/platform/postgres/expressions';
import { UserError } from '@consulta/platform/user-error';
import { type Insertable, type Kysely, type QueryCreator, sql, type Updateable } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { Happening } from './event.ts';
import type { Condition } from './queries.ts';
import { type AppointmentState, stateColumns } from './state.ts';
import { cancelledAfter } from './status.ts';

type Appointments = Database['appointment'];

/** The appointment, locked until the transaction ends: rivals decide one after the other, each on what the last left. */
export function lockAppointment(
  db: Kysely<Database>,
  id: string,
  visible: Condition,
): Promise<AppointmentState | undefined> {
  const query = db.selectFrom('appointment').select(stateColumns).select(timeZone).where('id', '=', id);
  return query.where(visible).forUpdate().executeTakeFirst() as Promise<AppointmentState | undefined>;
}

/** Writes an appointment and its first event, in one statement. */
export async function insertAppointment(
  db: Kysely<Database>,
  appointment: Insertable<Appointments>,
  happening: Happening,
): Promise<AppointmentState> {
  const inserted = db.with('changed', (query) =>
    query.insertInto('appointment').values(appointment).returning(returned(happening)),
  );
  const [row] = await withEvents(inserted, happening);
  if (row === undefined) throw new Error('an insert returned no row');
  return row;
}

/**
 * The compare-and-swap behind every change: made if the appointment still is what it was decided on, together with its
 * event, in one statement. The start finds the partition.
 *
 * @returns nothing where somebody was faster
 */
export async function swapAppointment(
  db: Kysely<Database>,
  before: AppointmentState,
  changes: Updateable<Appointments>,
  happening: Happening,
): Promise<AppointmentState | undefined> {
  const swapped = db.with('changed', (query) =>
    query
      .updateTable('appointment')
      .set(changes)
      .set(nextVersion)
      .where('id', '=', before.id)
      .where('starts_at', '=', before.starts_at)
      .where('status', '=', before.status)
      .where('version', '=', before.version)
      .returning(returned(happening)),
  );
  const [row] = await withEvents(swapped, happening);
  return row;
}

/** Cancels those that were held and never booked, each with its event, in one statement. */
export function cancelPending(
  db: Kysely<Database>,
  ids: readonly string[],
  happening: Happening,
): Promise<AppointmentState[]> {
  const cancelled = db.with('changed', (query) =>
    query
      .updateTable('appointment')
      .set({ status: cancelledAfter('pending') })
      .set(nextVersion)
      .where('id', '=', anyOf(ids))
      .where('status', '=', 'pending')
      .returning(returned(happening)),
  );
  return withEvents(cancelled, happening);
}

export const timeZone = sql<string>`(
  select schedule.time_zone from ${sql.table('appointments.schedule')} schedule where schedule.id = appointment.schedule_id
)`.as('time_zone');

export const nextVersion = {
  version: sql<number>`appointment.version + 1`,
  updated_at: sql<Date>`now()`,
};

/** What an event tells of the row, after the change and before. */
export function returned({ type }: Happening) {
  const moved = sql.lit(type === 'rescheduled');
  return [
    ...stateColumns,
    timeZone,
    sql<string | null>`old.status`.as('status_from'),
    sql<Date | null>`case when ${moved} then old.starts_at end`.as('previous_starts_at'),
    sql<Date | null>`case when ${moved} then old.ends_at end`.as('previous_ends_at'),
  ] as const;
}

type Changed = { [Column in (typeof stateColumns)[number] | 'time_zone']: AppointmentState[Column] } & {
  status_from: string | null;
  previous_starts_at: Date | null;
  previous_ends_at: Date | null;
};

/** An appointment's version is also the number of its events, so the next one's `seq` cannot leave a gap. */
export async function withEvents<Tables extends Database & { changed: unknown }>(
  changes: QueryCreator<Tables>,
  { type, actor, overrides = [] }: Happening,
): Promise<AppointmentState[]> {
  return await (changes as unknown as QueryCreator<Database & { changed: Changed }>)
    .with('event', (query) =>
      query
        .insertInto('appointment_event')
        .columns([
          'appointment_id',
          'seq',
          'version',
          'type',
          'status_from',
          'status_to',
          'doctor_id',
          'patient_id',
          'clinic_id',
          'starts_at',
          'ends_at',
          'previous_starts_at',
          'previous_ends_at',
          'actor_account',
          'actor_role',
          'override',
        ])
        .expression((from) =>
          from
            .selectFrom('changed')
            .select([
              'id',
              'version as seq',
              'version',
              sql<string>`${type}::text`.as('type'),
              'status_from',
              'status',
              'doctor_id',
              'patient_id',
              'clinic_id',
              'starts_at',
              'ends_at',
              'previous_starts_at',
              'previous_ends_at',
              sql<string | null>`${actor.account}::uuid`.as('actor_account'),
              sql<string>`${actor.role}::text`.as('actor_role'),
              sql<string | null>`${overrides.length === 0 ? null : overrides.join()}::text`.as('override'),
            ]),
        )
        .returning('seq'),
    )
    .selectFrom('changed')
    .select([...stateColumns, 'time_zone'])
    .execute()
    .catch(inAMonthThatIsThere);
}

/** Months are opened ahead of time, but not as far as any schedule may plan. */
function inAMonthThatIsThere(error: unknown): never {
  if (!lacksPartition(error)) throw error;
  throw new UserError('BEYOND_HORIZON', 'Appointments are not taken that far ahead yet.', ['start']);
}
