import { type Kysely, sql } from 'kysely';

/** A search asks who works at a time of a week, and who has extra time then, before it knows of any doctor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index availability_rule_week on appointments.availability_rule (time_zone, day_of_week, starts);
    create index availability_exception_extra on appointments.availability_exception using gist (during)
      where kind = 'available';
  `.execute(db);
}
