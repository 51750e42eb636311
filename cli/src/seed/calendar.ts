const minute = 60_000;
export const day = 24 * 60 * minute;

/** A span of a local day in which a doctor sees patients. */
export interface Shift {
  /** ISO weekday. */
  readonly dayOfWeek: number;
  readonly starts: string;
  readonly ends: string;
}

/** Instants in milliseconds since the epoch; the end excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Calendar {
  /** When a shift lies on a date of a zone. */
  span(shift: Shift, date: Temporal.PlainDate, timeZone: string): Span;
}

/**
 * Local times become instants here and nowhere else, through `Temporal`: PostgreSQL would accept times that a DST
 * change skips. Results are kept for one date, since thousands of doctors share a few zones and shifts.
 */
export function createCalendar(): Calendar {
  const known = new Map<string, number>();
  let knownDate = '';

  function instant(date: Temporal.PlainDate, time: string, timeZone: string): number {
    const key = `${time} ${timeZone}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
    known.set(key, made);
    return made;
  }

  return {
    span({ starts, ends }, date, timeZone) {
      if (knownDate !== date.toString()) known.clear();
      knownDate = date.toString();
      return { from: instant(date, starts, timeZone), to: instant(date, ends, timeZone) };
    },
  };
}

export function minutes(count: number): number {
  return count * minute;
}

export function overlap(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to;
}
