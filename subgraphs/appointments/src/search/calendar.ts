import type { Interval } from '../availability/intervals.ts';
import { dateText, daysWithin, weekday } from '../availability/local-day.ts';
import { day, minute, type ZoneClock } from '../availability/zone-clock.ts';
import type { DayTimes } from './criteria.ts';
import { narrows, offsetsAround, within } from './day-times.ts';
import type { Direction } from './place.ts';

/**
 * Some of a day as the clocks of a zone tell it, so that SQL can compare wall-clock times with it and never has to know
 * what clocks do. Where they change on that day it holds somewhat more than asked for, and `midnight` is nearer.
 */
export interface CalendarPart {
  readonly zone: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly weekday: number;
  /** Epoch minutes. A time of that day comes no sooner than so much after it or, looking backwards, no later. */
  readonly midnight: number;
  /** Minutes of the day, the first one in. */
  readonly from: number;
  /** Minutes of the day, the first one out. */
  readonly to: number;
  /** Minutes from midnight to the present, negative before the day. */
  readonly now: number;
  /** Whether it begins or, looking backwards, ends where the period does, and not at a midnight. */
  readonly edge: boolean;
  /** Holds the times asked for only where the clinic's clocks are this zone's. */
  readonly narrowed: boolean;
}

interface Present {
  readonly clockOf: (timeZone: string) => ZoneClock;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly direction: Direction;
}

/** A period as the clocks of zones tell it. */
export function calendarOf(
  zones: readonly string[],
  period: Interval,
  dayTimes: DayTimes,
  present: Present,
): CalendarPart[] {
  const { clockOf } = present;
  const { timeZone } = dayTimes;
  const parts = (zone: string, periods: readonly Interval[], narrowed: boolean): CalendarPart[] =>
    periods.flatMap((each) => {
      const isNearest = present.direction === 1 ? each.start === period.start : each.end === period.end;
      return partsOf(zone, each, present).map((part) => ({ ...part, edge: part.edge && isNearest, narrowed }));
    });
  if (timeZone === null && narrows(dayTimes)) {
    return zones.flatMap((zone) => [
      ...parts(zone, within(dayTimes, clockOf(zone), period), true),
      ...parts(zone, [period], false),
    ]);
  }
  const told = timeZone === null ? [period] : within(dayTimes, clockOf(timeZone), period);
  return zones.flatMap((zone) => parts(zone, told, false));
}

function partsOf(
  zone: string,
  { start, end }: Interval,
  { clockOf, now, direction }: Present,
): Omit<CalendarPart, 'narrowed'>[] {
  const clock = clockOf(zone);
  return daysWithin(clock, { start: start - day, end: end + day }).flatMap((date) => {
    const { least, most } = offsetsAround(clock, date);
    const midnight = (date * day) / minute;
    const first = Math.floor((start + least) / minute) - midnight;
    const last = Math.ceil((end + most) / minute) - midnight;
    const [from, to] = [Math.max(first, 0), Math.min(last, 1_440)];
    if (from >= to) return [];
    return {
      zone,
      date: dateText(date),
      weekday: weekday(date),
      midnight: midnight - (direction === 1 ? most : least) / minute,
      from,
      to,
      now: Math.floor((now + least) / minute) - midnight,
      edge: direction === 1 ? first === from : last === to,
    };
  });
}
