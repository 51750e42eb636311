import { type Insertable, type Kysely, sql } from 'kysely';
import type { Changes } from '../changes.ts';
import type { Database } from '../generated/database.ts';

type Table = Database['healthcare_service'];

/** What `service.changed` tells. */
export const stateColumns = [
  'id',
  'version',
  'clinic_id',
  'specialization_id',
  'duration_minutes',
  'buffer_before_minutes',
  'buffer_after_minutes',
  'modalities',
  'status',
] as const;

export function insertService(db: Kysely<Database>, service: Insertable<Table>) {
  return db.insertInto('healthcare_service').values(service).returning(stateColumns).executeTakeFirstOrThrow();
}

/** Changes a service, or nothing where it is not at `version`; null stands for any version. */
export function changeService(db: Kysely<Database>, id: string, version: number | null, changes: Changes<Table>) {
  return db
    .updateTable('healthcare_service')
    .set(changes)
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .$if(version !== null, (query) => query.where('version', '=', version))
    .returning(stateColumns)
    .executeTakeFirst();
}
