import { day, type ZoneClock, zoneClocks } from '../availability/zone-clock.ts';

/** A visit's place in its series, and when it would start. */
export interface Occurrence {
  /** From 1. */
  readonly number: number;
  readonly start: Date;
  /** Clocks never show the local time that it would start at; `start` is then when they skip it. */
  readonly skipped: boolean;
}

/** How visits recur. */
export interface Recurrence {
  readonly everyWeeks: number;
  readonly count: number;
}

/**
 * Visits at one local time, whatever clocks do: of a time that they show twice the earlier is meant. The first visit is
 * the instant that was asked for, even where it is the later of two.
 */
export function recur(start: Date, timeZone: string, { everyWeeks, count }: Recurrence): Occurrence[] {
  const first = start.getTime();
  const step = everyWeeks * 7 * day;
  const clock = zoneClocks({ start: first, end: first + count * step })(timeZone);
  const wall = clock.wallAt(first);
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? { number: 1, start, skipped: false } : occurrenceAt(clock, index + 1, wall + index * step),
  );
}

/** A visit of a series as it is. */
interface Placed {
  readonly number: number;
  readonly start: Date;
}

/**
 * Visits moved as far as the named one is, on the clocks of a zone: as many days, and to a time of day as much later or
 * earlier. So visits of one local time get one local time, and one that was moved alone stays as far from the others.
 */
export function moveAlong(
  placed: readonly Placed[],
  timeZone: string,
  named: { readonly number: number; readonly from: Date; readonly to: Date },
): Occurrence[] {
  const [from, to] = [named.from.getTime(), named.to.getTime()];
  const starts = [from, to, ...placed.map(({ start }) => start.getTime())];
  const distance = Math.abs(to - from);
  const clock = zoneClocks({ start: Math.min(...starts) - distance, end: Math.max(...starts) + distance })(timeZone);
  const shift = clock.wallAt(to) - clock.wallAt(from);
  return placed.map(({ number, start }) =>
    number === named.number
      ? { number, start: named.to, skipped: false }
      : occurrenceAt(clock, number, clock.wallAt(start.getTime()) + shift),
  );
}

function occurrenceAt(clock: ZoneClock, number: number, wall: number): Occurrence {
  const instant = clock.instantOf(wall);
  return { number, start: new Date(instant ?? clock.instantReaching(wall)), skipped: instant === null };
}

/** What clocks of a zone show at an instant, as PostgreSQL takes a date and a time. */
export function localStart(instant: Date, timeZone: string): { readonly starts_on: string; readonly starts: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return { starts_on: local.toPlainDate().toString(), starts: local.toPlainTime().toString() };
}
