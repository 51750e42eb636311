import { type Interval, union } from '../availability/intervals.ts';
import { daysWithin, weekday } from '../availability/local-day.ts';
import { day, minute, type ZoneClock } from '../availability/zone-clock.ts';
import type { DayTimes } from './criteria.ts';

const wholeDay: Interval = { start: 0, end: 1_440 };

export function narrows({ timeOfDay, daysOfWeek }: DayTimes): boolean {
  return timeOfDay !== null || daysOfWeek !== null;
}

/** Whether clocks show one of the times at an instant. */
export function shows({ timeOfDay, daysOfWeek }: DayTimes, clock: ZoneClock, instant: number): boolean {
  const wall = clock.wallAt(instant);
  const { start, end } = timeOfDay ?? wholeDay;
  const shown = (((wall % day) + day) % day) / minute;
  const overMidnight = start >= end;
  if (!(overMidnight ? shown >= start || shown < end : shown >= start && shown < end)) return false;
  // A night belongs to the day that it begins on.
  const began = Math.floor(wall / day) - (overMidnight && shown < end ? 1 : 0);
  return daysOfWeek === null || daysOfWeek.includes(weekday(began));
}

/**
 * The parts of a period in which clocks may show the times: all of them, and around a change of the clocks somewhat more.
 */
export function within(times: DayTimes, clock: ZoneClock, period: Interval): Interval[] {
  if (!narrows(times)) return [period];
  const { start, end } = times.timeOfDay ?? wholeDay;
  const dates = daysWithin(clock, { start: period.start - day, end: period.end });
  const parts = dates
    .filter((date) => times.daysOfWeek?.includes(weekday(date)) ?? true)
    .map((date) => {
      const offsets = offsetsAround(clock, date);
      return {
        start: Math.max(date * day + start * minute - offsets.most, period.start),
        end: Math.min((date + (start >= end ? 1 : 0)) * day + end * minute - offsets.least, period.end),
      };
    });
  return union(parts.filter((part) => part.start < part.end));
}

/** How far clocks are from UTC about a day, at the least and at the most; milliseconds. */
export function offsetsAround(clock: ZoneClock, date: number): { readonly least: number; readonly most: number } {
  const offsets = [-1, 0, 1, 2].map((days) => {
    const instant = (date + days) * day;
    return clock.wallAt(instant) - instant;
  });
  return { least: Math.min(...offsets), most: Math.max(...offsets) };
}
