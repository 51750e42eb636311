import type { Emit } from '@consulta/platform/unit-of-work';
import { system } from '@consulta/platform/viewer/viewer';
import type { Transaction } from 'kysely';
import { cancelPending } from '../appointment/change-queries.ts';
import { appointmentChanged } from '../appointment/event.ts';
import type { Database } from '../generated/database.ts';

/** Cancels the appointments whose holds ran out and whose time another one took in this transaction. */
export async function cancelExpired(
  transaction: Transaction<Database>,
  emit: Emit,
  appointments: readonly string[],
): Promise<void> {
  if (appointments.length === 0) return;
  for (const cancelled of await cancelPending(transaction, appointments, { type: 'expired', actor: system })) {
    emit(appointmentChanged('expired', { ...cancelled, status: 'pending' }, cancelled));
  }
}
