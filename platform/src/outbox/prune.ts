import { type Kysely, sql } from 'kysely';

const rowsPerStatement = 1_000;

/**
 * Deletes outbox rows that every consumer took and that are older than `olderThanDays`, in bounded statements.
 * Rows with a dead delivery stay until an operator retries or discards it.
 *
 * @returns how many rows were deleted
 */
export async function pruneOutbox(db: Kysely<unknown>, schema: string, olderThanDays: number): Promise<number> {
  const outbox = sql.id(schema, 'outbox');
  for (let pruned = 0; ; ) {
    const { numAffectedRows = 0n } = await sql`
      delete from ${outbox} where id in (
        select id from ${outbox} outbox
        where occurred_at < now() - make_interval(days => ${olderThanDays})
          and not exists (select from ${sql.id(schema, 'outbox_delivery')} where outbox_id = outbox.id)
        order by occurred_at limit ${rowsPerStatement} for update skip locked
      )`.execute(db);
    pruned += Number(numAffectedRows);
    if (numAffectedRows < rowsPerStatement) return pruned;
  }
}
