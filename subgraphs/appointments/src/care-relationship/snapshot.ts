import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { type CareRelationship, relationshipsAfter } from './queries.ts';

/**
 * Every relationship once, in portions, for rebuilding what others keep of them. Read in a transaction of isolation
 * level REPEATABLE READ, all portions tell of the same moment.
 *
 * @param size relationships a portion
 */
export async function* careRelationshipSnapshot(
  db: Kysely<Database>,
  size = 5_000,
): AsyncGenerator<readonly CareRelationship[], void, void> {
  let last: CareRelationship | null = null;
  for (;;) {
    const portion: CareRelationship[] = await relationshipsAfter(db, last, size);
    if (portion.length > 0) yield portion;
    if (portion.length < size) return;
    last = portion.at(-1) ?? null;
  }
}
