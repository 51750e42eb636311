import { type Kysely, sql } from 'kysely';

/** Lets a GiST index hold uuid and smallint beside a range: what the exclusion constraints stand on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gist with schema public`.execute(db);
}
