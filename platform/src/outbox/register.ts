import { type Kysely, sql } from 'kysely';
import type { Consumer } from './consumer.ts';

/**
 * Makes consumers known to the outboxes they read: from now on each commit leaves a delivery for them. Safe to
 * repeat. Events of earlier commits are not delivered: a read model starts from a rebuild, made after this.
 */
export async function registerConsumers(db: Kysely<unknown>, consumers: readonly Consumer[]): Promise<void> {
  for (const { source, name, eventTypes } of consumers) {
    await sql`
      insert into ${sql.id(source, 'outbox_consumer')} as known (name, event_types) values (${name}, ${eventTypes})
      on conflict (name) do update set event_types = excluded.event_types
      where known.event_types <> excluded.event_types`.execute(db);
  }
}

/**
 * Forgets a consumer that no relay runs any more, and what waits for it.
 *
 * @returns how many deliveries were dropped
 */
export async function retireConsumer(db: Kysely<unknown>, schema: string, name: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    // Writers that read the registration before this commits may still add deliveries: wait for them to end.
    await sql`lock table ${sql.id(schema, 'outbox_consumer')} in access exclusive mode`.execute(transaction);
    await sql`delete from ${sql.id(schema, 'outbox_consumer')} where name = ${name}`.execute(transaction);
    const { numAffectedRows } = await sql`
      delete from ${sql.id(schema, 'outbox_delivery')} where consumer = ${name}`.execute(transaction);
    return Number(numAffectedRows ?? 0n);
  });
}
