import type { ServiceEntry } from '../directory/entries.ts';
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
export interface SlotSearch extends Offer, When {
  /** Null for any. */
  readonly modality: string | null;
}

interface When {
  /** Which starts. */
  readonly period: Interval;
  readonly now: Date;
}

/** What kind of visit a time is wanted for, where, and in which of these ways. */
export interface SoughtVisit {
  readonly clinic: string;
  readonly modalities: readonly string[];
  readonly length: VisitLength;
}

/** How long a visit takes, and what it needs before and after it. */
export type VisitLength = Pick<ServiceEntry, 'duration_minutes' | 'buffer_before_minutes' | 'buffer_after_minutes'>;

/** What is offered, narrowed to one way to meet where one is asked for. */
export function soughtVisit(offer: Offer, modality: string | null): SoughtVisit {
  const modalities = offeredModalities(offer).filter((each) => modality === null || modality === each);
  return { clinic: offer.clinic.id, modalities, length: offer.service };
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
    soughtVisit(search, search.modality),
    search,
  );
}

/** Which slots are wanted, how many, and from which end of the day. */
export interface SlotLimit {
  readonly most: number;
  readonly fromEnd: boolean;
  readonly isWanted: (start: number) => boolean;
}

const all: SlotLimit = { most: Number.POSITIVE_INFINITY, fromEnd: false, isWanted: () => true };

/**
 * The slots among the starts of a day, in order. Holds that have run out by `now` are in nobody's way.
 *
 * @param limit default: all of them
 */
export function slotsOf(
  { schedule, openTimes, taken }: ScheduleDay,
  { clinic, modalities: wanted, length }: SoughtVisit,
  { period, now }: When,
  limit: SlotLimit = all,
): Slot[] {
  const allowed = bookingPeriod(schedule, now);
  const from = Math.max(period.start, allowed.start);
  const to = Math.min(period.end, allowed.end);
  if (from >= to || wanted.length === 0) return [];

  const duration = length.duration_minutes * minute;
  const busy = union(taken.filter(({ until }) => until === null || until > now.getTime()));
  const isOffered = (start: number): boolean =>
    start >= from &&
    start < to &&
    limit.isWanted(start) &&
    !touches(busy, {
      start: start - length.buffer_before_minutes * minute,
      end: start + duration + length.buffer_after_minutes * minute,
    });

  const modalitiesByStart = new Map<number, string[]>();
  for (const { clinic: where, modalities, open, starts } of openTimes) {
    const ways = where === clinic ? wanted.filter((modality) => modalities.includes(modality)) : [];
    if (ways.length === 0) continue;
    const fits = (start: number): boolean => isOffered(start) && covers(open, { start, end: start + duration });
    for (const start of taking(starts, fits, limit)) {
      modalitiesByStart.set(start, [...(modalitiesByStart.get(start) ?? []), ...ways]);
    }
  }
  const inOrder = [...modalitiesByStart].toSorted(([a], [b]) => a - b);
  return (limit.fromEnd ? inOrder.slice(-limit.most) : inOrder.slice(0, limit.most)).map(([start, ways]) => ({
    start: new Date(start),
    end: new Date(start + duration),
    modalities: ways,
  }));
}

/** The first or the last that fit. */
function taking(
  starts: readonly number[],
  fits: (start: number) => boolean,
  { most, fromEnd }: Omit<SlotLimit, 'isWanted'>,
): number[] {
  const found: number[] = [];
  for (let index = 0; index < starts.length && found.length < most; index += 1) {
    const start = starts[fromEnd ? starts.length - 1 - index : index];
    if (start !== undefined && fits(start)) found.push(start);
  }
  return found;
}
