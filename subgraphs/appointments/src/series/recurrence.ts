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
  readonly starts_at: Date;
}

/** Where a visit of a series is to go. */
export interface Target<Each> {
  readonly before: Each;
  readonly occurrence: Occurrence;
}

/**
 * Visits moved as far as the named one is, on the clocks of a zone: as many days, and to a time of day as much later or
 * earlier. So visits of one local time get one local time, and one that was moved alone stays as far from the others.
 */
export function moveAlong<Each extends Placed>(
  placed: readonly Each[],
  timeZone: string,
  named: { readonly number: number; readonly from: Date; readonly to: Date },
): Target<Each>[] {
  const [from, to] = [named.from.getTime(), named.to.getTime()];
  const starts = [from, to, ...placed.map(({ starts_at }) => starts_at.getTime())];
  const distance = Math.abs(to - from);
  const clock = zoneClocks({ start: Math.min(...starts) - distance, end: Math.max(...starts) + distance })(timeZone);
  const shift = clock.wallAt(to) - clock.wallAt(from);
  return placed.map((before) => {
    const { number, starts_at } = before;
    const occurrence =
      number === named.number
        ? { number, start: named.to, skipped: false }
        : occurrenceAt(clock, number, clock.wallAt(starts_at.getTime()) + shift);
    return { before, occurrence };
  });
}

function occurrenceAt(clock: ZoneClock, number: number, wall: number): Occurrence {
  const instant = clock.instantOf(wall);
  return { number, start: new Date(instant ?? clock.instantReaching(wall)), skipped: instant === null };
}

/** What clocks of a zone show, as PostgreSQL takes and prints a date and a time. */
export interface LocalStart {
  readonly starts_on: string;
  readonly starts: string;
}

export function localStart(instant: Date, timeZone: string): LocalStart {
  return asLocalStart(wallClock(instant, timeZone));
}

/** A local start as much later or earlier as the clocks of a zone show between two instants. */
export function shiftLocalStart(
  { starts_on, starts }: LocalStart,
  timeZone: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): LocalStart {
  const shift = wallClock(from, timeZone).until(wallClock(to, timeZone));
  return asLocalStart(Temporal.PlainDateTime.from(`${starts_on}T${starts}`).add(shift));
}

function wallClock(instant: Date, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();
}

function asLocalStart(local: Temporal.PlainDateTime): LocalStart {
  return { starts_on: local.toPlainDate().toString(), starts: local.toPlainTime().toString() };
}
