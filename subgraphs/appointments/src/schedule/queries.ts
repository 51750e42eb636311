import { anyOf } from '@consulta/platform/postgres/expressions';
import type { Expression, Insertable, Kysely, SqlBool, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { ScheduleColumn } from './columns.ts';

type Table = Database['schedule'];

export function schedulesBy(
  db: Kysely<Database>,
  key: 'id' | 'doctor_id',
  ids: readonly string[],
  visible: Expression<SqlBool>,
  columns: readonly ScheduleColumn[],
) {
  return db.selectFrom('schedule').select(columns).where(key, '=', anyOf(ids)).where(visible).execute();
}

/** A new schedule, or nothing where the doctor has one already. */
export function insertSchedule(db: Kysely<Database>, schedule: Insertable<Table>) {
  return db
    .insertInto('schedule')
    .values(schedule)
    .onConflict((conflict) => conflict.column('doctor_id').doNothing())
    .returning(['id', 'doctor_id', 'version'])
    .executeTakeFirst();
}

/**
 * Counts a change of a schedule or of its parts, or returns nothing where it is not at `version` (null for any). Its row
 * lock lets one change of a schedule follow another.
 */
export function changeSchedule(
  db: Kysely<Database>,
  id: string,
  version: number | null,
  changes: { readonly [Column in keyof Updateable<Table>]?: Updateable<Table>[Column] | undefined } = {},
) {
  return db
    .updateTable('schedule')
    .set(changes)
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .$if(version !== null, (query) => query.where('version', '=', version))
    .returning(['id', 'doctor_id', 'version'])
    .executeTakeFirst();
}
