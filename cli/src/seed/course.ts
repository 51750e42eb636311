import { day, minutes, type Span } from './calendar.ts';
import type { Random } from './random.ts';

export type Status =
  | 'pending'
  | 'booked'
  | 'arrived'
  | 'checked_in'
  | 'fulfilled'
  | 'cancelled'
  | 'no_show'
  | 'entered_in_error';

export type Actor = 'PATIENT' | 'STAFF' | 'DOCTOR';

/** One event of an appointment. */
export interface Step {
  readonly type: 'held' | 'rescheduled' | Exclude<Status, 'pending'>;
  readonly to: Status;
  readonly at: number;
  readonly by: Actor;
  /** When the visit was to be until this step moved it. */
  readonly movedFrom?: Span;
}

/** What became of an appointment, step by step; the first step makes it, and its version is their number. */
export type Course = readonly [Step, ...Step[]];

/** Statuses whose time is free again. */
export const freed: ReadonlySet<Status> = new Set(['cancelled', 'no_show', 'entered_in_error']);

/** A course that has led, by `now`, to a state that fits a visit at that time. */
export function courseOf(random: Random, visit: Span, now: number): Course {
  const noticed = Math.min(visit.from, now) - minutes(90);
  const bookedAt = noticed - Math.floor(random.fraction() ** 2 * 25 * day);
  const by: Actor = random.chance(0.6) ? 'PATIENT' : 'STAFF';

  if (visit.from > now) return upcoming(random, { visit, bookedAt, noticed, by });
  if (visit.to > now) return [booked(bookedAt, by), ...underWay(random, visit)];
  return past(random, { visit, bookedAt, noticed, by }, now);
}

interface Making {
  readonly visit: Span;
  readonly bookedAt: number;
  /** The last instant at which anybody changes their plans. */
  readonly noticed: number;
  readonly by: Actor;
}

function booked(at: number, by: Actor): Step {
  return { type: 'booked', to: 'booked', at, by };
}

function upcoming(random: Random, { visit, bookedAt, noticed, by }: Making): Course {
  const dice = random.fraction();
  if (dice < 0.02) return [{ type: 'held', to: 'pending', at: bookedAt, by }];
  if (dice < 0.08) return [booked(bookedAt, by), cancelled(random, bookedAt, noticed, by)];
  if (dice < 0.12) return [booked(bookedAt, by), moved(random, visit, bookedAt, noticed)];
  return [booked(bookedAt, by)];
}

function underWay(random: Random, visit: Span): Step[] {
  const arrived = arrival('arrived', visit.from - minutes(10));
  return random.chance(0.5) ? [arrived] : [arrived, arrival('checked_in', visit.from - minutes(2))];
}

function past(random: Random, { visit, bookedAt, noticed, by }: Making, now: number): Course {
  const first = booked(bookedAt, by);
  // Somebody is always still waiting to be called, or not yet signed off.
  if (now - visit.to < day && random.chance(0.2)) return [first, ...underWay(random, visit)];
  const dice = random.fraction();
  if (dice < 0.09) return [first, cancelled(random, bookedAt, noticed, by)];
  if (dice < 0.15) return [first, { type: 'no_show', to: 'no_show', at: visit.from + minutes(20), by: 'STAFF' }];
  if (dice < 0.16) return [first, { type: 'entered_in_error', to: 'entered_in_error', at: noticed, by: 'STAFF' }];

  const movedOnce = random.chance(0.05) ? [moved(random, visit, bookedAt, noticed)] : [];
  const waited = random.chance(0.3) ? [arrival('arrived', visit.from - minutes(10))] : [];
  return [
    first,
    ...movedOnce,
    ...waited,
    arrival('checked_in', visit.from - minutes(2)),
    { type: 'fulfilled', to: 'fulfilled', at: visit.to, by: 'DOCTOR' },
  ];
}

function arrival(type: 'arrived' | 'checked_in', at: number): Step {
  return { type, to: type, at, by: 'STAFF' };
}

function cancelled(random: Random, from: number, to: number, by: Actor): Step {
  return { type: 'cancelled', to: 'cancelled', at: between(random, from, to), by };
}

function moved(random: Random, visit: Span, from: number, to: number): Step {
  const movedFrom = { from: visit.from + 7 * day, to: visit.to + 7 * day };
  return { type: 'rescheduled', to: 'booked', at: between(random, from, to), by: 'STAFF', movedFrom };
}

function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random.fraction() * (to - from));
}
