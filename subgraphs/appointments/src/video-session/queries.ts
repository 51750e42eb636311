import { anyOf } from '@consulta/platform/postgres/expressions';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

export type VideoSessionRow = Selectable<Database['video_session']>;
export type VideoSessionColumn = keyof VideoSessionRow;

/** The columns behind each field of `VideoSession`. */
export const videoSessionColumns: ColumnMap<VideoSessionColumn> = {
  status: ['status'],
  opensAt: ['opens_at'],
  closesAt: ['closes_at'],
  startedAt: ['started_at'],
  endedAt: ['ended_at'],
  version: ['version'],
};

/** The sessions of appointments that the viewer sees. */
export function sessionsOf(
  db: Kysely<Database>,
  appointments: readonly string[],
  columns: readonly VideoSessionColumn[],
) {
  return db
    .selectFrom('video_session')
    .select([...new Set([...columns, 'appointment_id' as const])])
    .where('appointment_id', '=', anyOf(appointments))
    .execute();
}
