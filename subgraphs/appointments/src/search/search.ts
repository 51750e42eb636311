import { hash } from 'node:crypto';
import type { Availability } from '../availability/availability.ts';
import { bookingPeriod } from '../availability/bookable.ts';
import type { Interval } from '../availability/intervals.ts';
import { dayAt, dayPeriod } from '../availability/local-day.ts';
import { longestHorizonDays } from '../availability/plan.ts';
import { type OfferedSlot, slotsOf } from '../availability/slots.ts';
import { minute } from '../availability/zone-clock.ts';
import { calendarOf } from './calendar.ts';
import type { SearchCandidate } from './candidate.ts';
import type { Search } from './criteria.ts';
import { narrows, shows } from './day-times.ts';
import { firstSlots, type Source } from './merge.ts';
import { compare, type Direction, type Place } from './place.ts';
import type { Roster } from './roster.ts';
import { slicesOf } from './slices.ts';

/** Where a search reads. */
export interface SearchSources extends Availability {
  readonly roster: Roster;
  readonly now: Date;
}

/** Which of all slots that a search finds. */
export interface SearchPage {
  readonly size: number;
  readonly direction: Direction;
  /** Slots beyond this place, in the direction; null from the first. */
  readonly after: Place | null;
  /** Slots short of this place; null to the last. */
  readonly before: Place | null;
}

const firstPage = 48;
const largestPage = 4_096;

/** The slots of a page in the order of the search, nearest first, across all doctors and clinics. */
export async function searchSlots(sources: SearchSources, search: Search, page: SearchPage): Promise<OfferedSlot[]> {
  const { direction, size } = page;
  const found: OfferedSlot[] = [];
  const borders = bordersOf(search);
  for (const slice of slicesOf(openPeriod(search.period, page, borders), direction)) {
    const source = sourceOf(sources, search, page, borders);
    found.push(...(await firstSlots(source, slice, { wanted: size - found.length, direction })));
    if (found.length >= size) break;
  }
  return found;
}

/**
 * What of the period cursors leave. All starts lie on whole minutes; without a cursor the period begins and ends at borders
 * that are minutes apart, so that it is the same for many who ask.
 */
function openPeriod(period: Interval, { direction, after, before }: SearchPage, borders: Borders): Interval {
  const [first, last] = direction === 1 ? [after, before] : [before, after];
  const start = first === null ? null : Math.max(period.start, first.start);
  const end = last === null ? null : Math.min(period.end, last.start + 1);
  return {
    start: start === null ? borders.before(period.start) : Math.floor(start / minute) * minute,
    end: end === null ? borders.after(period.end) : Math.ceil(end / minute) * minute,
  };
}

/** Instants at which what is kept of a search becomes another. */
interface Borders {
  before(instant: number): number;
  after(instant: number): number;
}

const bordersApart = 10 * minute;

/**
 * Each search has borders of its own: at common ones everything that is searched for would have to be made anew at once.
 * Doctors are visited in order of a time that they have nothing before: one that is somewhat too early is as good.
 */
function bordersOf({ criteria, dayTimes }: Search): Borders {
  const [byte = 0] = hash('sha256', JSON.stringify([criteria, dayTimes]), 'buffer');
  const shift = (byte % (bordersApart / minute)) * minute;
  return {
    before: (instant) => Math.floor((instant - shift) / bordersApart) * bordersApart + shift,
    after: (instant) => Math.ceil((instant - shift) / bordersApart) * bordersApart + shift,
  };
}

function sourceOf(
  { roster, days, clockOf, now }: SearchSources,
  { criteria, dayTimes, period }: Search,
  { direction, after, before }: Omit<SearchPage, 'size'>,
  borders: Borders,
): Source<SearchCandidate, OfferedSlot> {
  const present = borders.before(now.getTime());
  const isAsked = (place: Place): boolean =>
    place.start >= period.start &&
    place.start < period.end &&
    (after === null || compare(place, after, direction) > 0) &&
    (before === null || compare(place, before, direction) < 0);

  return {
    candidates(slice, last, pages) {
      const edge = direction === 1 ? slice.start : slice.end - minute;
      const limit = Math.min(firstPage * 4 ** pages, largestPage);
      const request = {
        criteria,
        dayTimes,
        period: slice,
        now: present,
        direction,
        shown: after !== null && Math.floor(after.start / minute) * minute === edge ? after.doctor : null,
        after: last,
        limit,
      };
      return roster.page(request, (zones) => calendarOf(zones, slice, dayTimes, { clockOf, now: present, direction }));
    },
    daysOf({ doctor, zone, bound }, slice, count) {
      const clock = clockOf(zone);
      const first = dayAt(clock, Math.min(Math.max(bound, slice.start), slice.end - 1));
      const last = dayAt(clock, direction === 1 ? slice.end - 1 : slice.start);
      const length = Math.min(Math.abs(last - first) + 1, count);
      return Array.from({ length }, (_, index) => {
        const date = first + direction * index;
        return { day: { doctor, date }, period: dayPeriod(clock, date) };
      });
    },
    async slots(visits, slice, wanted) {
      const dayOf = await days.getMany(visits.map(({ day }) => day));
      return visits.flatMap(({ candidate: { doctor, offers }, day }) => {
        const offered = dayOf(day);
        if (offered === null) return [];
        return offers.flatMap((offer) => {
          const { service, clinic, zone } = offer;
          const isWanted = (start: number): boolean => isAsked({ start, doctor, service }) && isTold(start, zone);
          const limit = { most: wanted, fromEnd: direction === -1, isWanted };
          return slotsOf(offered, offer, { period: slice, now }, limit).map((slot) => ({
            place: { start: slot.start.getTime(), doctor, service },
            slot: { ...slot, doctor, clinic, service },
          }));
        });
      });
    },
  };

  function isTold(start: number, clinicZone: string): boolean {
    return !narrows(dayTimes) || shows(dayTimes, clockOf(dayTimes.timeZone ?? clinicZone), start);
  }
}

/** No slot starts sooner or later than anybody may book. */
export function clamp(period: Interval, now: Date): Interval {
  const allowed = bookingPeriod({ minimum_notice_minutes: 0, planning_horizon_days: longestHorizonDays }, now);
  return { start: Math.max(period.start, allowed.start), end: Math.min(period.end, allowed.end) };
}
