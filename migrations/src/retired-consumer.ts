import { type Kysely, sql } from 'kysely';

/**
 * Forgets a consumer that no relay runs any more: its events would wait for ever. Writers that read the registration before
 * this commits may still add deliveries, so they are waited for.
 */
export async function retireConsumer(db: Kysely<unknown>, schema: string, name: string): Promise<void> {
  await sql`lock table ${sql.id(schema, 'outbox_consumer')} in access exclusive mode`.execute(db);
  await sql`delete from ${sql.id(schema, 'outbox_consumer')} where name = ${name}`.execute(db);
  await sql`delete from ${sql.id(schema, 'outbox_delivery')} where consumer = ${name}`.execute(db);
}
