import { bookingPeriod } from './bookable.ts';
import { covers, type Interval, touches, union } from './intervals.ts';
import { type Offer, offeredModalities } from './offer.ts';
import type { SchedulePlan } from './plan.ts';
import { openTimes, type ScheduleDay } from './schedule-day.ts';
import { minute, type ZoneClock } from './zone-clock.ts';

/** A time that can be booked. */
export interface Slot {
  readonly start: Date;
  readonly end: Date;
  /** The ways in which the visit may take place, at least one. */
  readonly modalities: readonly string[];
}

/** A slot, and whose, where and for what it is. Ids are uuids. */
export interface OfferedSlot extends Slot {
  readonly doctor: string;
  readonly clinic: string;
  readonly service: string;
}

/** What slots are looked for. */
export interface SlotSearch extends Offer {
  /** Which starts. */
  readonly period: Interval;
  /** Null for any. */
  readonly modality: string | null;
  readonly now: Date;
}

/**
 * The slots of one schedule that start within a period, in order: those that `whyNotBookable` has nothing against and
 * that keep their buffers clear of what is taken. Buffers may reach beyond the doctor's hours and into absences, as
 * nobody is seen in them.
 *
 * @param taken the schedule's live allocations, buffers included, as far as they concern the period
 * @param clockOf clocks that are right for the period and a visit beyond it
 */
export function freeSlots(
  plan: SchedulePlan,
  taken: readonly Interval[],
  search: SlotSearch,
  clockOf: (timeZone: string) => ZoneClock,
): Slot[] {
  return slotsOf(
    {
      schedule: plan.schedule,
      openTimes: openTimes(plan, search.period, clockOf),
      taken: taken.map((time) => ({ ...time, until: null })),
    },
    search,
  );
}

/** The slots among the starts of a day, in order. Holds that have run out by `now` are in nobody's way. */
export function slotsOf({ schedule, openTimes, taken }: ScheduleDay, search: SlotSearch): Slot[] {
  const { service, clinic, period } = search;
  const offered = offeredModalities(search).filter(
    (modality) => search.modality === null || search.modality === modality,
  );
  const allowed = bookingPeriod(schedule, search.now);
  const from = Math.max(period.start, allowed.start);
  const to = Math.min(period.end, allowed.end);
  if (from >= to || offered.length === 0) return [];

  const duration = service.duration_minutes * minute;
  const now = search.now.getTime();
  const busy = union(taken.filter(({ until }) => until === null || until > now));
  const isFree = (start: number): boolean =>
    !touches(busy, {
      start: start - service.buffer_before_minutes * minute,
      end: start + duration + service.buffer_after_minutes * minute,
    });

  const modalitiesByStart = new Map<number, string[]>();
  for (const { clinic: where, modalities, open, starts } of openTimes) {
    const ways = where === clinic.id ? offered.filter((modality) => modalities.includes(modality)) : [];
    if (ways.length === 0) continue;
    for (const start of starts) {
      if (start < from || start >= to || !covers(open, { start, end: start + duration }) || !isFree(start)) continue;
      modalitiesByStart.set(start, [...(modalitiesByStart.get(start) ?? []), ...ways]);
    }
  }
  return [...modalitiesByStart]
    .toSorted(([a], [b]) => a - b)
    .map(([start, ways]) => ({ start: new Date(start), end: new Date(start + duration), modalities: ways }));
}
