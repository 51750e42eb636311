import { createKysely } from '@consulta/platform/postgres/kysely';
import type { Pool } from '@consulta/platform/postgres/pool';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import type { Database } from './generated/database.ts';
import { sweepExpiredHolds } from './hold/sweep-expired-holds.ts';
import { findOverdue } from './overdue-queries.ts';
import { sweepWaitlist } from './waitlist/sweep-waitlist.ts';

const schema = 'appointments';

/**
 * Ends what only time ends, once a call. Any number may sweep at a time.
 *
 * @param poke tells the relay which types of events there are to deliver
 */
export function createSweep(pool: Pool, poke: (schema: string, types: readonly string[]) => void): () => Promise<void> {
  const db = createKysely<Database>(pool, schema);
  const unitOfWork = createUnitOfWork({ db, schema, poke: (types) => poke(schema, types) });
  return async () => {
    // Nearly always there is nothing, and a look needs no transaction.
    const { holds, entries } = await findOverdue(db);
    if (holds) await sweepExpiredHolds(unitOfWork);
    if (entries) await sweepWaitlist(unitOfWork);
  };
}
