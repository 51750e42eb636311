import type { DayOfWeek } from '../generated/resolvers.ts';

/** In the order of ISO 8601, which counts from 1. */
const days = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const satisfies readonly DayOfWeek[];

export function dayOfWeek(number: number): DayOfWeek {
  const day = days[number - 1];
  if (day === undefined) throw new RangeError(`a week has no day ${number}`);
  return day;
}

export function dayNumber(day: DayOfWeek): number {
  return days.indexOf(day) + 1;
}
