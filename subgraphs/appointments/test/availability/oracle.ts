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

/** What is known of each minute. */
interface Minutes {
  readonly works: Set<number>;
  readonly onGrid: Set<number>;
}

/**
 * The starts of bookable visits, found the slow and obvious way: by walking through the period a minute at a time,
 * reading the clock on the wall with Temporal, and asking of each minute whether the doctor works, is away or taken.
 */
export function bookableStarts(question: Question): number[] {
  const { service, from, to, now } = question;
  const { schedule } = question.plan;
  const { works, onGrid } = workingMinutes(question);
  const taken = new Set(question.taken.flatMap(({ start, end }) => range(start, end)));

  const visit = service.duration_minutes * minute;
  const before = service.buffer_before_minutes * minute;
  const after = service.buffer_after_minutes * minute;
  return range(from, to).filter(
    (start) =>
      onGrid.has(start) &&
      start >= now + schedule.minimum_notice_minutes * minute &&
      start < now + schedule.planning_horizon_days * 1_440 * minute &&
      range(start, start + visit).every((each) => works.has(each)) &&
      range(start - before, start + visit + after).every((each) => !taken.has(each)),
  );
}

function workingMinutes({ plan, service, modality, from, to }: Question): Minutes {
  const here = service.clinic_id;
  const minutes: Minutes = { works: new Set(), onGrid: new Set() };
  // A visit reaches beyond the period, and a day's rule begins before it.
  const walk = range(from - 1_600 * minute, to + 600 * minute);
  const rules = plan.rules.filter((rule) => rule.clinic_id === here && rule.modalities.includes(modality));
  for (const rule of rules) walkThrough(rule, plan.schedule.slot_minutes, walk, minutes);
  for (const extra of plan.exceptions.filter(({ kind, clinic_id }) => kind === 'available' && clinic_id === here)) {
    for (const [index, each] of range(extra.start, extra.end).entries()) {
      minutes.works.add(each);
      if (index % plan.schedule.slot_minutes === 0) minutes.onGrid.add(each);
    }
  }
  for (const absence of plan.exceptions.filter(({ kind }) => kind === 'unavailable')) {
    if (absence.clinic_id !== null && absence.clinic_id !== here) continue;
    for (const each of range(absence.start, absence.end)) minutes.works.delete(each);
  }
  return minutes;
}

/** What somebody with a wrist watch would do: begin when it reaches the start, go home when it reaches the end. */
function walkThrough(rule: PlanRule, slotMinutes: number, walk: readonly number[], { works, onGrid }: Minutes): void {
  const watch = walk.map((each) => {
    const shown = Temporal.Instant.fromEpochMilliseconds(each).toString({ timeZone: rule.time_zone });
    return { each, today: shown.slice(0, 10), time: shown.slice(11, 16) };
  });
  const starts = startsOf(rule, slotMinutes);
  const dates = new Set(watch.map(({ today }) => today).filter((date) => applies(rule, date)));
  for (const date of dates) {
    const shownBefore = new Set<string>();
    let latest = '';
    for (const { each, today, time } of watch) {
      const now = timeOf(date, today, time);
      if (now > latest) latest = now;
      if (latest < rule.starts.slice(0, 5) || latest >= rule.ends.slice(0, 5)) continue;
      works.add(each);
      if (starts.has(now) && !shownBefore.has(now)) onGrid.add(each);
      shownBefore.add(now);
    }
  }
}

/** What a watch without a date says to somebody who waits for `date`: nothing before it, 24:00 after it. */
function timeOf(date: string, today: string, time: string): string {
  if (today === date) return time;
  return today < date ? '' : '24:00';
}

function startsOf({ starts, ends }: PlanRule, slotMinutes: number): Set<string> {
  const found = new Set<string>();
  for (let time = minutesOf(starts); time < minutesOf(ends); time += slotMinutes) {
    found.add(`${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`);
  }
  return found;
}

function applies(rule: PlanRule, date: string): boolean {
  return (
    Temporal.PlainDate.from(date).dayOfWeek === rule.day_of_week &&
    date >= rule.valid_from &&
    (rule.valid_to === null || date <= rule.valid_to)
  );
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / minute)) }, (_, index) => from + index * minute);
}
