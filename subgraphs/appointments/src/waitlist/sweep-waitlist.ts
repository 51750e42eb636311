import type { UnitOfWork } from '@consulta/platform/unit-of-work';
import type { Database } from '../generated/database.ts';
import { expireEntries } from './change-queries.ts';
import { entryChanged } from './entry.ts';

const entriesPerTransaction = 100;

/**
 * Ends the entries whose period has passed. Any number may sweep at a time.
 *
 * @returns how many it ended
 */
export async function sweepWaitlist(unitOfWork: UnitOfWork<Database>): Promise<number> {
  for (let swept = 0; ; ) {
    const portion = await unitOfWork.run(async (transaction, emit) => {
      const expired = await expireEntries(transaction, entriesPerTransaction);
      for (const entry of expired) emit(entryChanged('expired', entry));
      return expired.length;
    });
    swept += portion;
    if (portion < entriesPerTransaction) return swept;
  }
}
