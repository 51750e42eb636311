import { type Interval, subtract, union } from './intervals.ts';
import { dayPeriod } from './local-day.ts';
import type { PlanSchedule, SchedulePlan } from './plan.ts';
import { absences, openWindows } from './windows.ts';
import { minute, type ZoneClock } from './zone-clock.ts';

/** Time in which a doctor sees patients at one clinic in some ways, absences taken out. */
export interface OpenTime {
  readonly clinic: string;
  readonly modalities: readonly string[];
  /** As `union` returns them. */
  readonly open: readonly Interval[];
  /** When visits may start, in order; whether one also fits is for its length and what is taken to say. */
  readonly starts: readonly number[];
}

/** Time that is not free. */
export interface TakenTime extends Interval {
  /** When a hold gives it back by itself; null for a booking. */
  readonly until: number | null;
}

/**
 * What a schedule offers of its time, whatever the service: starts that lie in one period, with all that decides whether a
 * visit fits there. JSON, and free of who comes and why.
 */
export interface ScheduleDay {
  readonly schedule: Pick<PlanSchedule, 'minimum_notice_minutes' | 'planning_horizon_days'>;
  readonly openTimes: readonly OpenTime[];
  readonly taken: readonly TakenTime[];
}

/** Before or after a visit. */
export const longestBuffer = 120 * minute;
/** What the longest visit takes before its start and after it, buffers included. */
export const longestReach = { before: longestBuffer, after: 480 * minute + longestBuffer };

/** The time that matters to visits which start in a period. */
export function reachOf({ start, end }: Interval): Interval {
  return { start: start - longestReach.before, end: end + longestReach.after };
}

/** What a schedule offers on one day of its calendar. */
export function scheduleDay(
  plan: SchedulePlan,
  date: number,
  taken: readonly TakenTime[],
  clockOf: (timeZone: string) => ZoneClock,
): ScheduleDay {
  const period = dayPeriod(clockOf(plan.schedule.time_zone), date);
  const reach = reachOf(period);
  const { minimum_notice_minutes, planning_horizon_days } = plan.schedule;
  return {
    schedule: { minimum_notice_minutes, planning_horizon_days },
    openTimes: openTimes(plan, period, clockOf),
    taken: taken.filter(({ start, end }) => start < reach.end && end > reach.start),
  };
}

/** What ways to meet there are. */
const modalities = ['in_person', 'video'];

/** The open time of every clinic around the starts that lie in a period. */
export function openTimes(
  plan: SchedulePlan,
  { start: from, end: to }: Interval,
  clockOf: (timeZone: string) => ZoneClock,
): OpenTime[] {
  const period = { start: from, end: to + longestReach.after };
  const clinics = new Set([...plan.rules, ...plan.exceptions].flatMap(({ clinic_id }) => clinic_id ?? []));
  return [...clinics].flatMap((clinic) => {
    const away = union(absences(plan.exceptions, clinic));
    const byModality = modalities.map((modality): OpenTime => {
      const windows = openWindows(plan, { clinic, modality, period }, clockOf);
      const starts = new Set(windows.flatMap((window) => window.starts.filter((start) => from <= start && start < to)));
      return {
        clinic,
        modalities: [modality],
        open: subtract(union(windows), away),
        starts: [...starts].toSorted((a, b) => a - b),
      };
    });
    return merged(byModality.filter(({ starts }) => starts.length > 0));
  });
}

/** Most doctors meet patients in every way whenever they work: that is told once. */
function merged(openTimes: readonly OpenTime[]): OpenTime[] {
  const [first, second] = openTimes;
  if (first === undefined || second === undefined || !sameTime(first, second)) return [...openTimes];
  return [{ ...first, modalities: [...first.modalities, ...second.modalities] }];
}

function sameTime(a: OpenTime, b: OpenTime): boolean {
  return JSON.stringify([a.open, a.starts]) === JSON.stringify([b.open, b.starts]);
}
