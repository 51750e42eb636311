import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { isRetryable } from './errors.ts';
import { holdingConnection } from './one-connection.ts';

const mostAttempts = 8;

/**
 * Runs `work` in a transaction, READ COMMITTED unless told otherwise. Deadlocks (40P01) and serialization failures (40001) roll
 * back and run `work` again, up to 8 times with a growing random pause, so `work` must have no effect
 * outside its transaction.
 */
export async function inTransaction<Database, Result>(
  db: Kysely<Database>,
  work: (transaction: Transaction<Database>) => Promise<Result>,
  isolation: 'read committed' | 'repeatable read' = 'read committed',
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const plain = db.transaction();
      const begun = isolation === 'read committed' ? plain : plain.setIsolationLevel(isolation);
      return await begun.execute((transaction) => holdingConnection(() => work(transaction)));
    } catch (error) {
      if (!isRetryable(error) || attempt === mostAttempts) throw error;
      await sleep(Math.random() * 5 * 2 ** attempt);
    }
  }
}
