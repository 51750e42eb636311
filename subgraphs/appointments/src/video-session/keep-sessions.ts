import type { Emit } from '@consulta/platform/unit-of-work';
import type { Transaction } from 'kysely';
import type { AppointmentState } from '../appointment/state.ts';
import type { StoredStatus } from '../appointment/status.ts';
import type { Database } from '../generated/database.ts';
import { sessionChanged } from './event.ts';
import { cancelSessions, planSessions } from './write-queries.ts';

/** A visit that takes place, and has a session. */
const toCome: readonly StoredStatus[] = ['booked', 'arrived', 'checked_in'];
/** A visit that was booked and does not take place. */
const calledOff: readonly StoredStatus[] = ['cancelled', 'no_show', 'entered_in_error'];

/**
 * Lets the sessions of video visits follow their appointments, in the transaction that changes these and while it holds
 * them: one is planned with the booking, moves along, and is called off. Visits at a clinic cost no statement.
 *
 * @param appointments as they are after the change
 */
export async function keepSessions(
  transaction: Transaction<Database>,
  emit: Emit,
  appointments: readonly AppointmentState[],
): Promise<void> {
  const visits = appointments.filter(({ modality }) => modality === 'video');
  const planned = visits.filter(({ status }) => toCome.includes(status));
  const ended = visits.filter(({ status }) => calledOff.includes(status));
  if (planned.length > 0) {
    for (const { planned_again, ...session } of await planSessions(transaction, planned)) {
      emit(sessionChanged(planned_again ? 'scheduled' : 'rescheduled', session));
    }
  }
  if (ended.length > 0) {
    const ids = ended.map(({ id }) => id);
    for (const session of await cancelSessions(transaction, ids)) emit(sessionChanged('cancelled', session));
  }
}
