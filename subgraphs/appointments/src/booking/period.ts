import { type RawBuilder, sql } from 'kysely';

/** Time from its start up to, not including, its end. */
export interface Period {
  readonly start: Date;
  readonly end: Date;
}

/** As a `tstzrange`, `[)`: the end of one is free to be the start of the next. */
export function range({ start, end }: Period): RawBuilder<string> {
  return sql<string>`tstzrange(${start}, ${end})`;
}

/** The period with its buffers: what the schedule cannot give to another. */
export function widen({ start, end }: Period, beforeMinutes: number, afterMinutes: number): Period {
  return { start: addMinutes(start, -beforeMinutes), end: addMinutes(end, afterMinutes) };
}

/** The same distance on the time line, whatever clocks do in between. */
export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

export function earlier(a: Date, b: Date): Date {
  return new Date(Math.min(a.getTime(), b.getTime()));
}
