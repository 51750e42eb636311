import type { Interval } from '../availability/intervals.ts';
import { day } from '../availability/zone-clock.ts';
import type { Direction } from './place.ts';

const quarterDay = day / 4;

/**
 * A period in parts, the nearest first. The first ends at a fixed hour, so that the others are the same for all who search
 * until then; each further one is longer, so that even a search through months takes few.
 */
export function slicesOf({ start, end }: Interval, direction: Direction): Interval[] {
  const slices: Interval[] = [];
  let near = direction === 1 ? start : end;
  const far = direction === 1 ? end : start;
  for (let length = 0; direction * (far - near) > 0; length = length === 0 ? day : length * 4) {
    const border = length === 0 ? nextBorder(near, direction) : near + direction * length;
    const next = direction * (border - far) > 0 ? far : border;
    slices.push(direction === 1 ? { start: near, end: next } : { start: next, end: near });
    near = next;
  }
  return slices;
}

function nextBorder(instant: number, direction: Direction): number {
  return direction === 1
    ? (Math.floor(instant / quarterDay) + 1) * quarterDay
    : (Math.ceil(instant / quarterDay) - 1) * quarterDay;
}
