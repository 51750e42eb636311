import { type Kysely, sql } from 'kysely';

/** Few records are entered in error: a list of those would read past all the others in the order of time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index medical_record_entered_in_error on records.medical_record (recorded_at desc, id desc)
      where status = 'entered_in_error'
  `.execute(db);
}
