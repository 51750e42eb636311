import { UserError } from '@consulta/platform/user-error';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { RecordState } from './events.ts';
import type { Author } from './policy.ts';
import { advanceRecord, insertNextVersion, type RecordKey, statusOf, type TextChanges } from './write-queries.ts';

export interface Change {
  /** Null where any version will do. */
  readonly expectedVersion: number | null;
  readonly status: 'current' | 'entered_in_error';
  readonly reason: string;
  readonly texts: TextChanges;
  readonly author: Author;
}

/**
 * Adds the next version to a record. The header's compare-and-swap decides between writers, and its row lock makes
 * them take turns: versions have no gaps and none is written twice.
 *
 * @throws {UserError} VERSION_CONFLICT or ENTERED_IN_ERROR
 */
export async function addVersion(
  transaction: Kysely<Database>,
  record: RecordKey,
  { expectedVersion, status, reason, texts, author }: Change,
): Promise<RecordState> {
  const advanced = await advanceRecord(transaction, record, expectedVersion, status);
  if (advanced === undefined) throw await whyNotAdvanced(transaction, record);
  await insertNextVersion(transaction, { record: advanced.id, version: advanced.version, texts, reason, author });
  return advanced;
}

async function whyNotAdvanced(transaction: Kysely<Database>, record: RecordKey): Promise<UserError> {
  const found = await statusOf(transaction, record);
  return found?.status === 'entered_in_error'
    ? new UserError('ENTERED_IN_ERROR', 'The record was marked as entered in error.', ['medicalRecord'])
    : new UserError('VERSION_CONFLICT', 'The record changed since you read it.', ['expectedVersion']);
}
