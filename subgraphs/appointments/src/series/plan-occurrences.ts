import type { Kysely } from 'kysely';
import { type BookingRefusal, whyNotBookable } from '../availability/bookable.ts';
import type { Offer } from '../availability/offer.ts';
import type { SchedulePlan } from '../availability/plan.ts';
import { addMinutes, widen } from '../booking/period.ts';
import type { PlannedVisit } from '../booking/visit.ts';
import type { Database } from '../generated/database.ts';
import { inUnopenedMonths } from './change-queries.ts';
import { conflictAt, type SeriesConflict } from './conflicts.ts';
import type { Occurrence } from './recurrence.ts';

/** A visit of a series and all that decides whether the doctor's schedule has a place for it. */
export interface WantedOccurrence {
  readonly occurrence: Occurrence;
  readonly offer: Offer;
  readonly plan: SchedulePlan;
  readonly modality: string;
}

export interface PlannedOccurrence {
  readonly occurrence: Occurrence;
  readonly planned: PlannedVisit;
}

export interface PlannedOccurrences<Each> {
  readonly planned: readonly (Each & PlannedOccurrence)[];
  readonly conflicts: readonly SeriesConflict[];
}

const skipped = { code: 'TIME_SKIPPED', message: 'Clocks skip this local time on that day.' };
const unopened = { code: 'BEYOND_HORIZON', message: 'Appointments are not taken that far ahead yet.' };

/** Which visits have a place in their schedules as far as rules go, and why the others have none. */
export async function planOccurrences<Each extends WantedOccurrence>(
  db: Kysely<Database>,
  wanted: readonly Each[],
  now: Date,
): Promise<PlannedOccurrences<Each>> {
  const closed = await inUnopenedMonths(
    db,
    wanted.map(({ occurrence }) => occurrence.start),
  );
  const planned: (Each & PlannedOccurrence)[] = [];
  const conflicts: SeriesConflict[] = [];
  for (const one of wanted) {
    const { occurrence, offer, plan } = one;
    const refusal = refusalOf(one, now) ?? (closed.has(occurrence.start.getTime()) ? unopened : null);
    if (refusal !== null) {
      conflicts.push(conflictAt(occurrence, refusal));
      continue;
    }
    const visit = { start: occurrence.start, end: addMinutes(occurrence.start, offer.service.duration_minutes) };
    const during = widen(visit, offer.service.buffer_before_minutes, offer.service.buffer_after_minutes);
    planned.push({ ...one, planned: { schedule: plan.schedule, visit, during } });
  }
  return { planned, conflicts };
}

function refusalOf(
  { occurrence, offer, plan, modality }: WantedOccurrence,
  now: Date,
): BookingRefusal | typeof skipped | null {
  if (occurrence.skipped) return skipped;
  return whyNotBookable({ ...plan, ...offer, start: occurrence.start, modality, now });
}
