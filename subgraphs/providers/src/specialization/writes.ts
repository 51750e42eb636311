import { type Insertable, type Kysely, sql } from 'kysely';
import type { Changes } from '../changes.ts';
import type { Database } from '../generated/database.ts';

type Table = Database['specialization'];

export function insertSpecialization(db: Kysely<Database>, specialization: Insertable<Table>) {
  return db.insertInto('specialization').values(specialization).returning(['id', 'version']).executeTakeFirstOrThrow();
}

/** Changes a specialization, or nothing where it is not at `version`; null stands for any version. */
export function changeSpecialization(
  db: Kysely<Database>,
  id: string,
  version: number | null,
  changes: Changes<Table>,
) {
  return db
    .updateTable('specialization')
    .set(changes)
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .$if(version !== null, (query) => query.where('version', '=', version))
    .returning(['id', 'version'])
    .executeTakeFirst();
}

export async function specializationExists(db: Kysely<Database>, id: string): Promise<boolean> {
  return (await db.selectFrom('specialization').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
