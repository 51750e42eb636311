import { type Interval, overlaps } from '../availability/intervals.ts';
import type { Offer } from '../availability/offer.ts';
import type { SchedulePlan } from '../availability/plan.ts';
import { freeSlots, type Slot } from '../availability/slots.ts';
import { minute, type ZoneClock } from '../availability/zone-clock.ts';
import type { Waiting } from './freed-time-queries.ts';

/** A doctor's time, as far as it concerns what became free. */
export interface Openings {
  readonly plan: SchedulePlan;
  /** Live allocations, buffers included. */
  readonly taken: readonly Interval[];
  /** What became free and still is, as `union` returns it. */
  readonly freed: readonly Interval[];
  readonly now: Date;
  readonly clockOf: (timeZone: string) => ZoneClock;
}

/**
 * The visits that somebody who waits could have now and could not before: those that use freed time, lie in their period,
 * and touch none that they were offered before. Those that leave least of it unused come first, so that a freed hour
 * serves as many as it can.
 */
export function candidatesFor(
  { starts_at, ends_at, modality, offered }: Waiting,
  offer: Offer,
  { plan, taken, freed, now, clockOf }: Openings,
): Slot[] {
  const duration = offer.service.duration_minutes * minute;
  const uses = new Map<number, { readonly slot: Slot; readonly used: number }>();
  for (const time of freed) {
    const period = {
      start: Math.max(time.start - duration, starts_at.getTime()),
      end: Math.min(time.end, ends_at.getTime() - duration + 1),
    };
    for (const slot of freeSlots(plan, taken, { ...offer, period, modality, now }, clockOf)) {
      const visit = { start: slot.start.getTime(), end: slot.end.getTime() };
      const used = Math.min(visit.end, time.end) - Math.max(visit.start, time.start);
      if (used <= 0 || offered.some((before) => overlaps(before, visit))) continue;
      uses.set(visit.start, { slot, used: (uses.get(visit.start)?.used ?? 0) + used });
    }
  }
  return [...uses.values()]
    .toSorted((a, b) => b.used - a.used || a.slot.start.getTime() - b.slot.start.getTime())
    .map(({ slot }) => slot);
}
