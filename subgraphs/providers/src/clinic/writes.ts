import { type Insertable, type Kysely, sql } from 'kysely';
import type { Changes } from '../changes.ts';
import type { Database } from '../generated/database.ts';

type Table = Database['clinic'];

export function insertClinic(db: Kysely<Database>, clinic: Insertable<Table>) {
  return db
    .insertInto('clinic')
    .values(clinic)
    .returning(['id', 'version', 'time_zone', 'city', 'status'])
    .executeTakeFirstOrThrow();
}

/** Changes a clinic, or nothing where it is not at `version`; null stands for any version. */
export function changeClinic(db: Kysely<Database>, id: string, version: number | null, changes: Changes<Table>) {
  return db
    .updateTable('clinic')
    .set(changes)
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .$if(version !== null, (query) => query.where('version', '=', version))
    .returning(['id', 'version', 'time_zone', 'city', 'status'])
    .executeTakeFirst();
}

export async function clinicExists(db: Kysely<Database>, id: string): Promise<boolean> {
  return (await db.selectFrom('clinic').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
