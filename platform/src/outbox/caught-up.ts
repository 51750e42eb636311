import { type Kysely, sql } from 'kysely';

/**
 * Whether a consumer has taken every event that was committed longer than a moment ago, in all of the schemas: none
 * waits, none was set aside, and none was missed because the consumer was not registered. One statement.
 *
 * @param patienceMillis how long an event may wait without its being noticed
 */
export async function isCaughtUp(
  db: Kysely<unknown>,
  { consumer, schemas, patienceMillis }: { consumer: string; schemas: readonly string[]; patienceMillis: number },
): Promise<boolean> {
  const inEach = schemas.map(
    (schema) => sql`(
      exists (select from ${sql.id(schema, 'outbox_consumer')} where name = ${consumer})
      and not exists (select from ${sql.id(schema, 'outbox_delivery')} where consumer = ${consumer} and state = 'dead')
      and not exists (
        select from ${sql.id(schema, 'outbox_delivery')} delivery
        join ${sql.id(schema, 'outbox')} outbox on outbox.id = delivery.outbox_id
        where delivery.consumer = ${consumer} and delivery.state = 'pending'
          and outbox.occurred_at < clock_timestamp() - make_interval(secs => ${patienceMillis / 1000})
      )
    )`,
  );
  const { rows } = await sql<{ caughtUp: boolean }>`select ${sql.join(inEach, sql` and `)} as "caughtUp"`.execute(db);
  return rows[0]?.caughtUp === true;
}
