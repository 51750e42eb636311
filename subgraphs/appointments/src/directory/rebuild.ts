import type { DomainEvent } from '@consulta/platform/outbox/event';
import { inTransaction } from '@consulta/platform/postgres/transaction';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { applyEvents } from './apply.ts';

/**
 * Brings the directory up to its owner's state while requests and events go on: no entry ever goes back to an older
 * version. Entries are never removed, as the owner only ever deactivates them.
 *
 * @param snapshots all entries as their owner has them, in the events that tell of them, some thousand at a time
 * @param onProgress called after each portion with the number of entries it held
 * @returns how many entries were written
 */
export async function rebuildDirectory(
  db: Kysely<Database>,
  snapshots: AsyncIterable<readonly DomainEvent[]>,
  onProgress: (entries: number) => void,
): Promise<number> {
  let written = 0;
  for await (const events of snapshots) {
    await inTransaction(db, (transaction) => applyEvents(transaction, events));
    written += events.length;
    onProgress(events.length);
  }
  return written;
}
