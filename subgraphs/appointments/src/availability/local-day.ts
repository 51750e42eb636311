import type { Interval } from './intervals.ts';
import { day, type ZoneClock } from './zone-clock.ts';

/**
 * Days of a calendar, counted from 1970-01-01. One begins when clocks first reach its midnight and lasts until they first
 * reach the next one: so every instant lies in exactly one, also where clocks go back over midnight, and a day that is
 * skipped is empty.
 */
export function startOfDay(clock: ZoneClock, date: number): number {
  return clock.instantReaching(date * day);
}

export function dayPeriod(clock: ZoneClock, date: number): Interval {
  return { start: startOfDay(clock, date), end: startOfDay(clock, date + 1) };
}

export function dayAt(clock: ZoneClock, instant: number): number {
  const shown = Math.floor(clock.wallAt(instant) / day);
  return startOfDay(clock, shown + 1) <= instant ? shown + 1 : shown;
}

/** The days that have some of a period, in order. */
export function daysWithin(clock: ZoneClock, { start, end }: Interval): number[] {
  if (start >= end) return [];
  const first = dayAt(clock, start);
  return Array.from({ length: dayAt(clock, end - 1) - first + 1 }, (_, index) => first + index);
}

/** `YYYY-MM-DD`. */
export function dateText(date: number): string {
  return new Date(date * day).toISOString().slice(0, 10);
}

export function dateOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / day;
}

/** ISO 8601: 1 is Monday. 1970-01-01 was a Thursday. */
export function weekday(date: number): number {
  return ((((date + 3) % 7) + 7) % 7) + 1;
}
