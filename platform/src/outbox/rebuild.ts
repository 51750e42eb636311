import { type Kysely, sql } from 'kysely';
import { inTransaction } from '../postgres/transaction.ts';
import type { Consumer, Delivery } from './consumer.ts';

/**
 * Replaces what a consumer keeps by what the owners' tables say now, while requests and relays go on.
 *
 * Everything happens in one snapshot: events that it already shows are taken from the consumer's queue, later ones stay
 * and are delivered on top. Where a relay is just delivering one of the former, the rebuild begins again.
 *
 * @param refill empties and fills the read model through the delivery's transaction, and reads the owners through it too
 */
export async function rebuildReadModel(
  db: Kysely<unknown>,
  { name, source }: Pick<Consumer, 'name' | 'source'>,
  refill: (delivery: Delivery) => Promise<void>,
): Promise<void> {
  await inTransaction(
    db,
    async (transaction) => {
      await sql`delete from ${sql.id(source, 'outbox_delivery')} where consumer = ${name}`.execute(transaction);
      await refill({ transaction: (schema) => transaction.withSchema(schema) as never });
    },
    'repeatable read',
  );
}
