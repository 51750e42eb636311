import { type Interval, overlaps } from './intervals.ts';
import { dateOf, weekday } from './local-day.ts';
import type { PlanException, PlanRule, SchedulePlan } from './plan.ts';
import { day, minute, type ZoneClock } from './zone-clock.ts';

/** Time in which visits may take place, and the instants at which they may start. */
export interface Window extends Interval {
  /** In order. */
  readonly starts: readonly number[];
}

/** Where and how a visit takes place, and when. */
export interface Occasion {
  readonly clinic: string;
  readonly modality: string;
  readonly period: Interval;
}

/**
 * The windows that rules and extra time open at a clinic, as far as they overlap a period; absences are not yet taken
 * out. Windows may overlap, and each has a grid of its own: every `slot_minutes` from where it begins.
 */
export function openWindows(
  { schedule, rules, exceptions }: SchedulePlan,
  { clinic, modality, period }: Occasion,
  clockOf: (timeZone: string) => ZoneClock,
): Window[] {
  const weekly = rules
    .filter((rule) => rule.clinic_id === clinic && rule.modalities.includes(modality))
    .flatMap((rule) => ruleWindows(rule, schedule.slot_minutes, period, clockOf(rule.time_zone)));
  const extra = exceptions
    .filter((exception) => exception.kind === 'available' && exception.clinic_id === clinic)
    .map(({ start, end }) => ({ start, end, starts: every(schedule.slot_minutes, start, end) }));
  return [...weekly, ...extra].filter((window) => overlaps(window, period));
}

/** When the doctor is away from a clinic, whatever the rules say. */
export function absences(exceptions: readonly PlanException[], clinic: string): PlanException[] {
  return exceptions.filter(
    ({ kind, clinic_id }) => kind === 'unavailable' && (clinic_id === null || clinic_id === clinic),
  );
}

/**
 * One window for each day of a rule. It begins when clocks first reach its start and ends when they first reach its
 * end, so a day on which clocks change is longer or shorter. Its grid is told by the clocks: a start that they skip
 * does not exist, one that they show twice is meant the first time.
 */
function ruleWindows(rule: PlanRule, slotMinutes: number, period: Interval, clock: ZoneClock): Window[] {
  const opens = timeOfDay(rule.starts);
  const closes = timeOfDay(rule.ends);
  // A change over midnight may show a date again: a day more on either side has every window of the period.
  const first = Math.max(dayOf(clock.wallAt(period.start)) - 1, dateOf(rule.valid_from));
  const last = Math.min(
    dayOf(clock.wallAt(period.end)) + 1,
    rule.valid_to === null ? Number.POSITIVE_INFINITY : dateOf(rule.valid_to),
  );
  const windows: Window[] = [];
  for (let date = first + daysUntil(rule.day_of_week, first); date <= last; date += 7) {
    const midnight = date * day;
    const start = clock.instantReaching(midnight + opens);
    const end = clock.instantReaching(midnight + closes);
    if (!overlaps({ start, end }, period)) continue;
    const starts = every(slotMinutes, midnight + opens, midnight + closes)
      .map((wall) => clock.instantOf(wall))
      .filter((instant) => instant !== null);
    windows.push({ start, end, starts });
  }
  return windows;
}

function every(slotMinutes: number, from: number, to: number): number[] {
  const count = Math.ceil((to - from) / (slotMinutes * minute));
  return Array.from({ length: Math.max(count, 0) }, (_, index) => from + index * slotMinutes * minute);
}

/** Milliseconds from midnight of `HH:MM` or `HH:MM:SS`. */
function timeOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * minute;
}

function dayOf(wall: number): number {
  return Math.floor(wall / day);
}

function daysUntil(dayOfWeek: number, date: number): number {
  return (dayOfWeek - weekday(date) + 7) % 7;
}
