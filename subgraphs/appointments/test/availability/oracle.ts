import type { PlanRule, SchedulePlan } from '../../src/availability/plan.ts';
import type { ServiceEntry } from '../../src/directory/entries.ts';

const minute = 60_000;

export interface Question {
  readonly plan: SchedulePlan;
  readonly service: ServiceEntry;
  readonly taken: readonly { readonly start: number; readonly end: number }[];
  readonly modality: string;
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

/**
 * The starts of bookable visits, found the slow and obvious way: by walking through the period a minute at a time,
 * reading the clock on the wall with Temporal, and asking of each minute whether the doctor works, is away or taken.
 */
export function bookableStarts(question: Question): number[] {
  const { plan, service, from, to } = question;
  const { schedule } = plan;
  // A visit reaches beyond the period, and a day's rule begins before it.
  const minutes = range(from - 1_600 * minute, to + 600 * minute);
  const works = new Set<number>();
  const onGrid = new Set<number>();
  for (const rule of plan.rules) {
    if (rule.clinic_id === service.clinic_id && rule.modalities.includes(question.modality)) {
      walkThrough(rule, schedule.slot_minutes, minutes, works, onGrid);
    }
  }
  for (const { kind, clinic_id, start, end } of plan.exceptions) {
    if (kind !== 'available' || clinic_id !== service.clinic_id) continue;
    for (const [index, each] of range(start, end).entries()) {
      works.add(each);
      if (index % schedule.slot_minutes === 0) onGrid.add(each);
    }
  }
  for (const { kind, clinic_id, start, end } of plan.exceptions) {
    if (kind !== 'unavailable' || (clinic_id !== null && clinic_id !== service.clinic_id)) continue;
    for (const each of range(start, end)) works.delete(each);
  }
  const taken = new Set(question.taken.flatMap(({ start, end }) => range(start, end)));

  const visit = service.duration_minutes * minute;
  return range(from, to).filter(
    (start) =>
      onGrid.has(start) &&
      start >= question.now + schedule.minimum_notice_minutes * minute &&
      start < question.now + schedule.planning_horizon_days * 1_440 * minute &&
      range(start, start + visit).every((each) => works.has(each)) &&
      range(
        start - service.buffer_before_minutes * minute,
        start + visit + service.buffer_after_minutes * minute,
      ).every((each) => !taken.has(each)),
  );
}

/** What somebody with a wrist watch would do: begin when it reaches the start, go home when it reaches the end. */
function walkThrough(
  rule: PlanRule,
  slotMinutes: number,
  minutes: readonly number[],
  works: Set<number>,
  onGrid: Set<number>,
): void {
  const opens = rule.starts.slice(0, 5);
  const closes = rule.ends.slice(0, 5);
  const watch = minutes.map((each) => {
    const shown = Temporal.Instant.fromEpochMilliseconds(each).toString({ timeZone: rule.time_zone });
    return { each, today: shown.slice(0, 10), time: shown.slice(11, 16) };
  });
  for (const date of new Set(watch.map(({ today }) => today))) {
    if (!applies(rule, date)) continue;
    const shownBefore = new Set<string>();
    let latest = '';
    for (const { each, today, time } of watch) {
      if (today < date) {
        // Clocks were set back over midnight, or the day is yet to come.
        if (latest >= opens && latest < closes) works.add(each);
        continue;
      }
      const now = today === date ? time : '24:00';
      if (now > latest) latest = now;
      if (latest >= opens && latest < closes) {
        works.add(each);
        const onTheDot = now >= opens && minutesBetween(opens, now) % slotMinutes === 0;
        if (onTheDot && !shownBefore.has(now)) onGrid.add(each);
      }
      shownBefore.add(now);
    }
  }
}

function applies(rule: PlanRule, date: string): boolean {
  return (
    Temporal.PlainDate.from(date).dayOfWeek === rule.day_of_week &&
    date >= rule.valid_from &&
    (rule.valid_to === null || date <= rule.valid_to)
  );
}

function minutesBetween(earlier: string, later: string): number {
  const of = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return of(later) - of(earlier);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / minute)) }, (_, index) => from + index * minute);
}
