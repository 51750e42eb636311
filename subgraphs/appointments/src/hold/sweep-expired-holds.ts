import type { UnitOfWork } from '@consulta/platform/unit-of-work';
import { cancelExpired } from '../booking/expired-holds.ts';
import type { Database } from '../generated/database.ts';
import { removeExpired } from './queries.ts';

const holdsPerTransaction = 100;

/**
 * Cancels the holds that ran out and whose time nobody wanted since. Any number may sweep at a time: each takes what the
 * others are not at.
 *
 * @returns how many it cancelled
 */
export async function sweepExpiredHolds(unitOfWork: UnitOfWork<Database>): Promise<number> {
  for (let swept = 0; ; ) {
    const portion = await unitOfWork.run(async (transaction, emit) => {
      const expired = await removeExpired(transaction, holdsPerTransaction);
      await cancelExpired(transaction, emit, expired);
      return expired.length;
    });
    swept += portion;
    if (portion < holdsPerTransaction) return swept;
  }
}
