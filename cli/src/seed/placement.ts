import { minutes, type Span } from './calendar.ts';
import type { Random } from './random.ts';

/** Minutes between the starts that a schedule offers. */
export const slotMinutes = 15;

export interface BookableService {
  readonly minutes: number;
  readonly before: number;
  readonly after: number;
}

/** Time of one shift and what can be done in it. */
export interface Opening {
  readonly span: Span;
  readonly services: readonly BookableService[];
}

export interface Placement<Open extends Opening> {
  readonly opening: Open;
  readonly service: Open['services'][number];
  /** The bare visit. */
  readonly visit: Span;
  /** The visit with its buffers. */
  readonly busy: Span;
}

/**
 * Spreads up to `wanted` visits over a doctor's openings of one day: on the grid, inside the opening with their
 * buffers, and never two at a time.
 */
export function placeVisits<Open extends Opening>(
  random: Random,
  openings: readonly Open[],
  wanted: number,
): Placement<Open>[] {
  const placements: Placement<Open>[] = [];
  const slot = minutes(slotMinutes);
  let slotsLeft = openings.reduce((sum, { span }) => sum + (span.to - span.from) / slot, 0);

  for (const opening of openings) {
    let free = opening.span.from;
    for (let start = opening.span.from; start < opening.span.to; start += slot) {
      const missing = wanted - placements.length;
      // A visit takes about two slots, so each one still missing leaves one start fewer to choose from.
      const goOn = start >= free && random.fraction() * Math.max(missing, slotsLeft - missing) < missing;
      slotsLeft -= 1;
      if (!goOn) continue;
      const service: Open['services'][number] = random.pick(opening.services);
      const visit = { from: start, to: start + minutes(service.minutes) };
      const busy = { from: visit.from - minutes(service.before), to: visit.to + minutes(service.after) };
      if (busy.from < free || busy.to > opening.span.to) continue;
      placements.push({ service, opening, visit, busy });
      free = busy.to;
    }
  }
  return placements;
}
