import type { Interval } from './intervals.ts';

export const minute = 60_000;
export const day = 1_440 * minute;

/**
 * What the clocks on the wall show in one zone. A wall-clock time is written as the epoch milliseconds at which clocks
 * in UTC show it, so that dates and times are plain arithmetic.
 */
export interface ZoneClock {
  /** What clocks show at an instant. */
  wallAt(instant: number): number;
  /** When clocks first show `wall`: the earlier instant of an ambiguous time, null for a time that is skipped. */
  instantOf(wall: number): number | null;
  /** When clocks first show `wall` or, where that is skipped, a later time. */
  instantReaching(wall: number): number;
}

/** A time in which a zone keeps its offset from UTC. */
interface Stretch extends Interval {
  readonly offset: number;
}

/**
 * Clocks that are right from a day before `from` to a day after `to`: each zone's changes of that time are looked up
 * once, however many rules and doctors share it.
 */
export function zoneClocks({ start: from, end: to }: Interval): (timeZone: string) => ZoneClock {
  const clocks = new Map<string, ZoneClock>();
  return (timeZone) => {
    let clock = clocks.get(timeZone);
    if (clock === undefined) {
      // Offsets reach 14 hours, and a change may move a date: two days hold every instant of a wall-clock day.
      clock = clockOf(stretchesOf(timeZone, from - 3 * day, to + 3 * day));
      clocks.set(timeZone, clock);
    }
    return clock;
  };
}

function stretchesOf(timeZone: string, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  while (start.epochMilliseconds < to) {
    const next = start.getTimeZoneTransition('next');
    const end = next === null ? to : Math.min(next.epochMilliseconds, to);
    stretches.push({ start: start.epochMilliseconds, end, offset: start.offsetNanoseconds / 1e6 });
    if (next === null) break;
    start = next;
  }
  return stretches;
}

function clockOf(stretches: readonly Stretch[]): ZoneClock {
  const instantOf = (wall: number): number | null => {
    for (const { start, end, offset } of stretches) {
      const instant = wall - offset;
      if (start <= instant && instant < end) return instant;
    }
    return null;
  };
  return {
    instantOf,
    wallAt(instant) {
      const stretch = stretches.find(({ end }) => instant < end) ?? stretches.at(-1);
      return instant + (stretch?.offset ?? 0);
    },
    instantReaching(wall) {
      // A skipped time lies before the wall-clock time at which the stretch after the change begins.
      const skipping = () => stretches.find(({ start, offset }) => start + offset > wall)?.start;
      const instant = instantOf(wall) ?? skipping();
      if (instant === undefined) throw new RangeError('a wall-clock time lies outside the time of its clock');
      return instant;
    },
  };
}
