import { newUuid } from '@consulta/platform/identifiers/uuid';
import type { Emit } from '@consulta/platform/unit-of-work';
import { UserError } from '@consulta/platform/user-error';
import { system } from '@consulta/platform/viewer/viewer';
import { sql, type Transaction } from 'kysely';
import { insertAppointment } from '../appointment/change-queries.ts';
import { appointmentChanged } from '../appointment/event.ts';
import { allocate } from '../booking/allocate.ts';
import { cancelExpired } from '../booking/expired-holds.ts';
import { type Period, widen } from '../booking/period.ts';
import type { ServiceEntry } from '../directory/entries.ts';
import type { Database } from '../generated/database.ts';
import { swapEntry } from './change-queries.ts';
import { entryChanged } from './entry.ts';
import { insertOffer, type Waiting } from './freed-time-queries.ts';
import { notWaiting } from './refusals.ts';

/** A time to offer to somebody who waits. */
export interface Proposal {
  readonly entry: Waiting;
  readonly doctor: string;
  readonly schedule: string;
  readonly service: ServiceEntry;
  readonly visit: Period;
  readonly modality: string;
  readonly expiresAt: Date;
}

/**
 * Holds a time for somebody who waits. What it did is undone where it is refused, and the transaction goes on.
 *
 * @returns the code of the refusal; null where the time is held
 */
export async function makeOffer(
  transaction: Transaction<Database>,
  emit: Emit,
  proposal: Proposal,
): Promise<string | null> {
  await sql`savepoint offer`.execute(transaction);
  try {
    const events: Parameters<Emit>[0][] = [];
    await holdFor(transaction, (event) => events.push(event), proposal);
    await sql`release savepoint offer`.execute(transaction);
    events.forEach(emit);
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await sql`rollback to savepoint offer`.execute(transaction);
    return error.code;
  }
}

/** A hold like any other, but that it counts against nobody: neither the patient nor an account asked for it. */
async function holdFor(
  transaction: Transaction<Database>,
  emit: Emit,
  { entry, doctor, schedule, service, visit, modality, expiresAt }: Proposal,
): Promise<void> {
  const id = newUuid();
  const during = widen(visit, service.buffer_before_minutes, service.buffer_after_minutes);
  const patient = { id: entry.patient_id, visit };
  const { expired } = await allocate(transaction, [{ appointment: id, schedule, during, patient, expiresAt }]);
  const held = await insertAppointment(
    transaction,
    {
      id,
      starts_at: visit.start,
      ends_at: visit.end,
      schedule_id: schedule,
      doctor_id: doctor,
      patient_id: entry.patient_id,
      clinic_id: entry.clinic_id,
      service_id: entry.service_id,
      modality,
      status: 'pending',
      created_by: entry.created_by,
    },
    { type: 'held', actor: system },
  );
  await cancelExpired(transaction, emit, expired);
  const offered = await swapEntry(
    transaction,
    { ...entry, status: 'waiting' },
    { status: 'offered', offered_appointment_id: id, offer_expires_at: expiresAt },
  );
  if (offered === undefined) throw notWaiting();
  await insertOffer(transaction, { entry: entry.id, appointment: id, visit });
  emit(appointmentChanged('held', null, held));
  emit(entryChanged('offered', offered));
}
