import { type Kysely, sql } from 'kysely';

/**
 * A list is of current records or of those entered in error, and each has its index by date now. This one carries the
 * kind, so that a list of everybody's records of a kind, and its count, are decided in the index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index medical_record_current on records.medical_record (recorded_at desc, id desc) include (kind)
      where status = 'current';
    drop index records.medical_record_recorded_at;
  `.execute(db);
}
