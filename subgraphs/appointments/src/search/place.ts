/** Where a slot stands among all: by its start, then by doctor and by service. */
export interface Place {
  /** Epoch milliseconds. */
  readonly start: number;
  /** Uuid; the empty text stands before all. */
  readonly doctor: string;
  readonly service: string;
}

/** 1 from the earliest on, -1 from the latest back. */
export type Direction = 1 | -1;

/** Negative where `a` comes first in a direction. */
export function compare(a: Place, b: Place, direction: Direction): number {
  return direction * (a.start - b.start || order(a.doctor, b.doctor) || order(a.service, b.service));
}

// Uuids in lower case have the order that PostgreSQL gives them.
function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
