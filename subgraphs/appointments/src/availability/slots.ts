import { bookingPeriod } from './bookable.ts';
import { covers, type Interval, subtract, touches, union } from './intervals.ts';
import { type Offer, offeredModalities } from './offer.ts';
import type { SchedulePlan } from './plan.ts';
import { absences, openWindows } from './windows.ts';
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
  const { service, clinic } = search;
  const duration = service.duration_minutes * minute;
  const allowed = bookingPeriod(plan.schedule, search.now);
  const from = Math.max(search.period.start, allowed.start);
  const to = Math.min(search.period.end, allowed.end);
  if (from >= to) return [];

  const period = { start: from, end: to + duration };
  const away = union(absences(plan.exceptions, clinic.id));
  const busy = union(taken);
  const isFree = (start: number): boolean =>
    !touches(busy, {
      start: start - service.buffer_before_minutes * minute,
      end: start + duration + service.buffer_after_minutes * minute,
    });

  const modalitiesByStart = new Map<number, string[]>();
  for (const modality of offeredModalities(search)) {
    if (search.modality !== null && search.modality !== modality) continue;
    const windows = openWindows(plan, { clinic: clinic.id, modality, period }, clockOf);
    const open = subtract(union(windows), away);
    for (const start of new Set(windows.flatMap(({ starts }) => starts))) {
      if (start < from || start >= to || !covers(open, { start, end: start + duration }) || !isFree(start)) continue;
      const known = modalitiesByStart.get(start);
      if (known === undefined) modalitiesByStart.set(start, [modality]);
      else known.push(modality);
    }
  }
  return [...modalitiesByStart]
    .toSorted(([a], [b]) => a - b)
    .map(([start, modalities]) => ({ start: new Date(start), end: new Date(start + duration), modalities }));
}
