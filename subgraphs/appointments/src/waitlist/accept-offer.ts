import type { Emit } from '@consulta/platform/unit-of-work';
import type { Transaction } from 'kysely';
import type { Database } from '../generated/database.ts';
import { bookOffered } from './change-queries.ts';
import { entryChanged } from './entry.ts';

/** Where a hold that is booked was an offer, whoever waited for it has what they wanted. */
export async function acceptOffer(transaction: Transaction<Database>, emit: Emit, appointment: string): Promise<void> {
  const entry = await bookOffered(transaction, appointment);
  if (entry !== undefined) emit(entryChanged('booked', entry));
}
