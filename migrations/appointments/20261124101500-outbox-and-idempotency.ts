import type { Kysely } from 'kysely';
import { spineTables } from '../src/spine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await spineTables(db, 'appointments');
}
