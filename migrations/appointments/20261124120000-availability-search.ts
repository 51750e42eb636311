import { type Kysely, sql } from 'kysely';

/**
 * A search asks who works at a time of a week, and who has extra time then, before it knows of any doctor: of all rules of
 * a zone and a weekday it reads what the index holds. Minutes are compared as numbers, which costs a tenth of telling them
 * from times again and again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table appointments.availability_rule
      add opens smallint not null generated always as ((extract(epoch from starts) / 60)::smallint) stored,
      add closes smallint not null generated always as ((extract(epoch from ends) / 60)::smallint) stored;
    create index availability_rule_week on appointments.availability_rule (time_zone, day_of_week, closes)
      include (opens, schedule_id, clinic_id, valid_from, valid_to, modalities);
    create index availability_exception_extra on appointments.availability_exception using gist (during)
      where kind = 'available';

    comment on column appointments.availability_rule.opens is 'starts as minutes of the day.';
    comment on column appointments.availability_rule.closes is 'ends as minutes of the day.';
  `.execute(db);
}
