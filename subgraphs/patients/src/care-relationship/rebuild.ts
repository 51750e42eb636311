import type { Transaction } from 'kysely';
import type { Database } from '../generated/database.ts';
import { type CareChange, deleteAllCare, insertCare } from './queries.ts';

/** A doctor, a patient and a clinic with the number of their appointments that count, and when the first was made. */
export type CareRelationship = CareChange;

/**
 * Replaces the read model by what appointments says. Readers see the old one until the transaction commits.
 *
 * @param transaction one in which no event waits for the consumer that the relationships already tell: see
 *   `rebuildReadModel`
 * @param relationships each once, in portions; read as they are needed, so that none has to hold them all
 */
export async function rebuildCareRelationships(
  transaction: Transaction<Database>,
  relationships: AsyncIterable<readonly CareRelationship[]>,
): Promise<void> {
  await deleteAllCare(transaction);
  for await (const portion of relationships) await insertCare(transaction, portion);
}
