/** Time from `start` up to but not including `end`, epoch milliseconds. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The same time in order, as intervals that neither overlap nor touch. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || last.end < next.start) merged.push(next);
    else if (last.end < next.end) merged[merged.length - 1] = { start: last.start, end: next.end };
  }
  return merged;
}

/** The part of `from` that lies in none of `taken`. Both as `union` returns them, and so is the answer. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const rest: Interval[] = [];
  let at = 0;
  for (const interval of from) {
    let start = interval.start;
    while (at < taken.length && (taken[at] as Interval).end <= start) at += 1;
    for (let index = at; index < taken.length; index += 1) {
      const cut = taken[index] as Interval;
      if (cut.start >= interval.end) break;
      if (cut.start > start) rest.push({ start, end: cut.start });
      start = Math.max(start, cut.end);
    }
    if (start < interval.end) rest.push({ start, end: interval.end });
  }
  return rest;
}

/** Whether one of `intervals`, as `union` returns them, holds all of `inner`. */
export function covers(intervals: readonly Interval[], inner: Interval): boolean {
  const candidate = intervals[firstEndingAfter(intervals, inner.start)];
  return candidate !== undefined && contains(candidate, inner);
}

/** Whether one of `intervals`, as `union` returns them, overlaps `other`. */
export function touches(intervals: readonly Interval[], other: Interval): boolean {
  const candidate = intervals[firstEndingAfter(intervals, other.start)];
  return candidate !== undefined && overlaps(candidate, other);
}

function firstEndingAfter(intervals: readonly Interval[], instant: number): number {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((intervals[middle] as Interval).end > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
