import type { Emit } from '@consulta/platform/unit-of-work';
import type { Transaction } from 'kysely';
import { takenTimes } from '../availability/allocations.ts';
import { type Interval, subtract, union } from '../availability/intervals.ts';
import { loadSchedulePlan } from '../availability/load.ts';
import type { Offer } from '../availability/offer.ts';
import { day, zoneClocks } from '../availability/zone-clock.ts';
import { addMinutes, earlier, widen } from '../booking/period.ts';
import { clinicsByIds, doctorsByIds, servicesByIds } from '../directory/queries.ts';
import type { Database } from '../generated/database.ts';
import { candidatesFor, type Openings } from './candidates.ts';
import { nextWaiting, type Waiting } from './freed-time-queries.ts';
import { makeOffer } from './make-offer.ts';

/** What offers depend on, beside what is free. */
export interface OfferTerms {
  readonly now: Date;
  /** How long a time is held for whom it is offered to. */
  readonly minutes: number;
}

/** Entries read at a time. */
const portion = 50;
/** Times tried for one who waits: each was free a moment ago. */
const mostTimes = 5;

/**
 * Offers what became free of one doctor's time to those who wait, in the order in which they joined, until nobody wants
 * what is left. The caller holds the doctor's queue.
 *
 * @param freed in epoch milliseconds; may have been taken again
 */
export async function offerFreedTime(
  transaction: Transaction<Database>,
  emit: Emit,
  { doctor, freed, terms }: { doctor: string; freed: readonly Interval[]; terms: OfferTerms },
): Promise<void> {
  const within = {
    start: new Date(Math.min(...freed.map(({ start }) => start)) - day),
    end: new Date(Math.max(...freed.map(({ end }) => end)) + day),
  };
  let openings: Openings | null = null;
  for (let after: string | null = null; ; ) {
    const line: Waiting[] = await nextWaiting(transaction, { doctor, within, after, most: portion });
    if (line.length === 0) return;
    openings ??= await openingsOf(transaction, doctor, freed, terms.now);
    const offers = await offersOf(transaction, doctor, line);
    for (const entry of line) {
      if (openings === null || openings.freed.length === 0) return;
      const offer = offers(entry);
      if (offer !== null) openings = await offerTo(transaction, emit, entry, offer, openings, terms);
    }
    if (line.length < portion) return;
    after = line.at(-1)?.id ?? null;
  }
}

/** Null where the doctor has no schedule. */
async function openingsOf(
  transaction: Transaction<Database>,
  doctor: string,
  freed: readonly Interval[],
  now: Date,
): Promise<Openings | null> {
  // A visit and its buffers reach beyond the time that it uses, but never as far as a day.
  const from = new Date(Math.min(...freed.map(({ start }) => start)) - day);
  const to = new Date(Math.max(...freed.map(({ end }) => end)) + day);
  const plan = await loadSchedulePlan(transaction, { doctorId: doctor, from, to });
  if (plan === null) return null;
  const around = { schedule: plan.schedule.id, start: from.getTime(), end: to.getTime() };
  const times = (await takenTimes(transaction, [around])).get(plan.schedule.id) ?? [];
  const taken = times.filter(({ until }) => until === null || until > now.getTime());
  const clockOf = zoneClocks({ start: from.getTime(), end: to.getTime() });
  return { plan, taken, freed: subtract(union(freed), union(taken)), now, clockOf };
}

/** What each of them waits for; null for what the directory does not know. */
async function offersOf(
  transaction: Transaction<Database>,
  doctor: string,
  line: readonly Waiting[],
): Promise<(entry: Waiting) => Offer | null> {
  const [physician] = await doctorsByIds(transaction, [doctor]);
  const services = await servicesByIds(transaction, [...new Set(line.map(({ service_id }) => service_id))]);
  const clinics = await clinicsByIds(transaction, [...new Set(line.map(({ clinic_id }) => clinic_id))]);
  return ({ service_id, clinic_id }) => {
    const service = services.find(({ id }) => id === service_id);
    const clinic = clinics.find(({ id }) => id === clinic_id);
    return physician && service && clinic ? { doctor: physician, service, clinic } : null;
  };
}

/** @returns what is open after */
async function offerTo(
  transaction: Transaction<Database>,
  emit: Emit,
  entry: Waiting,
  offer: Offer,
  openings: Openings,
  { now, minutes }: OfferTerms,
): Promise<Openings> {
  const { service, doctor } = offer;
  for (const { start, end, modalities } of candidatesFor(entry, offer, openings).slice(0, mostTimes)) {
    const visit = { start, end };
    const refusal = await makeOffer(transaction, emit, {
      entry,
      doctor: doctor.id,
      schedule: openings.plan.schedule.id,
      service,
      visit,
      modality: modalities[0] ?? 'in_person',
      expiresAt: earlier(addMinutes(now, minutes), start),
    });
    if (refusal === null) {
      const during = widen(visit, service.buffer_before_minutes, service.buffer_after_minutes);
      const gone = { start: during.start.getTime(), end: during.end.getTime() };
      return { ...openings, taken: [...openings.taken, gone], freed: subtract(openings.freed, [gone]) };
    }
    // Who holds another time of the doctor, or has just left, can be offered none.
    if (refusal === 'HOLD_EXISTS' || refusal === 'NOT_WAITING') return openings;
  }
  return openings;
}
