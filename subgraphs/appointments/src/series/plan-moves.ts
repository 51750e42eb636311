import { UserError } from '@consulta/platform/user-error';
import type { Transaction } from 'kysely';
import { loadSchedulePlans } from '../availability/load.ts';
import type { Offer } from '../availability/offer.ts';
import { day } from '../availability/zone-clock.ts';
import type { VisitOffer } from '../booking/visit.ts';
import type { Database } from '../generated/database.ts';
import type { NumberedAppointment } from './change-queries.ts';
import type { OfferIds } from './loaders.ts';
import { planOccurrences } from './plan-occurrences.ts';
import type { Target } from './recurrence.ts';
import { changedMeanwhile } from './refusals.ts';

/** Looked up before the transaction: what was found of each combination of doctor, clinic and service. */
export type Offers = ReadonlyMap<string, VisitOffer>;

export function keyOf({ doctor, clinic, service }: OfferIds): string {
  return [doctor, clinic, service].join();
}

/**
 * The new places of appointments that move, each in the schedule that it is in; their plans are one statement.
 *
 * @throws {UserError} VERSION_CONFLICT where one is with others by now than those that were looked up
 */
export async function planMoves(
  transaction: Transaction<Database>,
  targets: readonly Target<NumberedAppointment>[],
  offers: Offers,
  now: Date,
) {
  const starts = targets.map(({ occurrence }) => occurrence.start.getTime());
  const plans = await loadSchedulePlans(transaction, {
    doctorIds: [...new Set(targets.map(({ before }) => before.doctor_id))],
    from: new Date(Math.min(...starts)),
    // No visit is longer than a day.
    to: new Date(Math.max(...starts) + day),
  });
  const wanted = targets.map(({ before, occurrence }) => {
    const plan = plans.get(before.doctor_id);
    if (plan === undefined) throw changedMeanwhile();
    return {
      occurrence,
      plan,
      offer: offerOf(before, offers),
      modality: before.modality,
      appointment: before.id,
      patient: before.patient_id,
      previousStart: before.starts_at,
    };
  });
  return planOccurrences(transaction, wanted, now);
}

function offerOf({ doctor_id, clinic_id, service_id }: NumberedAppointment, offers: Offers): Offer {
  const found = offers.get(keyOf({ doctor: doctor_id, clinic: clinic_id, service: service_id }));
  if (found === undefined) throw changedMeanwhile();
  const { doctor, clinic, service } = found;
  if (doctor === null || clinic === null || service === null) {
    throw new UserError('NOT_FOUND', 'Doctor, clinic or service of the appointment are no longer there.', [
      'appointment',
    ]);
  }
  return { doctor, clinic, service };
}
