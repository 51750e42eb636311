import { type Kysely, sql } from 'kysely';
import { inTransaction } from '../postgres/transaction.ts';
import type { Consumer, Delivery } from './consumer.ts';
import { withoutTurns } from './queue.ts';

/**
 * Replaces what a consumer keeps by what the owners' tables say now, while requests and relays go on.
 *
 * Everything happens in one snapshot: events that it already shows are taken from the consumer's queue, later ones stay
 * there until it is done and are then delivered on top. Other consumers are delivered to meanwhile.
 *
 * @param refill empties and fills the read model through the delivery's transaction, and reads the owners through it too
 */
export async function rebuildReadModel(
  db: Kysely<unknown>,
  consumer: Pick<Consumer, 'name' | 'source'>,
  refill: (delivery: Delivery) => Promise<void>,
): Promise<void> {
  const deliveries = sql.id(consumer.source, 'outbox_delivery');
  await withoutTurns(db, consumer, (connection) =>
    inTransaction(
      connection,
      async (transaction) => {
        await sql`delete from ${deliveries} where consumer = ${consumer.name}`.execute(transaction);
        await refill({
          transaction: (schema) => transaction.withSchema(schema) as never,
          afterCommit: () => undefined,
        });
      },
      'repeatable read',
    ),
  );
}
