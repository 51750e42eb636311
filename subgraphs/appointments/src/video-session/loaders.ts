import { createGroupLoader, type GroupLoader } from '@consulta/platform/batch/group-loader';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { sessionsOf, type VideoSessionColumn, type VideoSessionRow } from './queries.ts';

/** Of appointments that the viewer sees, with the columns that are selected; null where there is none. */
export type VideoSessionLoader = GroupLoader<readonly VideoSessionColumn[], VideoSessionRow | null>;

export function createVideoSessionLoader(db: Kysely<Database>): VideoSessionLoader {
  return createGroupLoader<readonly VideoSessionColumn[], VideoSessionRow | null>({
    label: 'Appointment.videoSession',
    fetch: async (appointments, columns) =>
      new Map((await sessionsOf(db, appointments, columns)).map((session) => [session.appointment_id, session])),
    absent: () => null,
  });
}
