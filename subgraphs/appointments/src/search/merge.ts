import type { DayOf } from '../availability/days.ts';
import type { Interval } from '../availability/intervals.ts';
import { compare, type Direction, type Place } from './place.ts';

/** A place that a doctor's slots cannot come before, in the direction of a search. */
export interface Bound {
  readonly doctor: string;
  /** Epoch milliseconds. */
  readonly bound: number;
}

/** The next candidates in order of bound and doctor. */
export interface CandidatePage<Candidate extends Bound> {
  readonly candidates: readonly Candidate[];
  /** Where the page ended, to go on from; null where it was the last. */
  readonly last: Bound | null;
}

/** A day on which a candidate is visited. */
export interface Visit<Candidate extends Bound> {
  readonly candidate: Candidate;
  readonly day: DayOf;
}

/** Where candidates, doctors who may have slots in a period, and their slots come from. */
export interface Source<Candidate extends Bound, Slot> {
  /** @param pages how many were read before */
  candidates(period: Interval, after: Bound | null, pages: number): Promise<CandidatePage<Candidate>>;
  /** The next `count` days of a candidate's calendar, from its bound to the end of a period, in the search's direction. */
  daysOf(
    candidate: Candidate,
    period: Interval,
    count: number,
  ): readonly { readonly day: DayOf; readonly period: Interval }[];
  /**
   * The slots that start within a period on days of candidates, in any order; of those of one visit no more than the first
   * `wanted`.
   */
  slots(visits: readonly Visit<Candidate>[], period: Interval, wanted: number): Promise<Placed<Slot>[]>;
}

/** A slot, and where it stands among all. */
export interface Placed<Slot> {
  readonly slot: Slot;
  readonly place: Place;
}

/** Days that are read at first; each further step reads twice as many, up to a limit. */
const firstStep = 24;
const longestStep = 512;

/**
 * The first slots of a period, in order, from as few days of as few doctors as it takes: doctors are visited in the order of
 * the earliest time at which they could have a slot, and a slot counts once no doctor left unvisited could have one before
 * it. What it costs depends on how soon there is free time, not on how many doctors there are.
 *
 * @param wanted how many
 */
export async function firstSlots<Candidate extends Bound, Slot>(
  source: Source<Candidate, Slot>,
  period: Interval,
  { wanted, direction }: { readonly wanted: number; readonly direction: Direction },
): Promise<Slot[]> {
  const queue = createQueue(source, period, direction);
  const found: Placed<Slot>[] = [];
  for (let step = firstStep; ; step = Math.min(step * 2, longestStep)) {
    await queue.fill(step);
    found.sort((a, b) => compare(a.place, b.place, direction));
    const frontier = queue.frontier();
    const last = found[wanted - 1];
    const isSure = frontier === null || (last !== undefined && compare(last.place, frontier, direction) < 0);
    if (isSure) return found.slice(0, wanted).map(({ slot }) => slot);
    found.push(...(await source.slots(queue.visit(step), period, wanted)));
  }
}

/** Candidates still to be visited, nearest first. */
interface Queue<Candidate extends Bound> {
  /** Holds at least so many candidates, if there are. */
  fill(count: number): Promise<void>;
  /** No slot of anybody still to be visited comes before it; null where nobody is. */
  frontier(): Place | null;
  /** The next days to look at, about so many. Candidates with further days stay, behind those. */
  visit(count: number): Visit<Candidate>[];
}

function createQueue<Candidate extends Bound>(
  source: Pick<Source<Candidate, unknown>, 'candidates' | 'daysOf'>,
  period: Interval,
  direction: Direction,
): Queue<Candidate> {
  let waiting: Candidate[] = [];
  let unread: Bound | null = null;
  let pages = 0;
  // Nothing of a doctor comes before the bound, whatever the service.
  const placeOf = ({ bound, doctor }: Bound): Place => ({ start: bound, doctor, service: direction === 1 ? '' : '~' });
  const inOrder = (a: Bound, b: Bound): number => compare(placeOf(a), placeOf(b), direction);

  return {
    async fill(count) {
      while (waiting.length < count && (pages === 0 || unread !== null)) {
        const page: CandidatePage<Candidate> = await source.candidates(period, unread, pages);
        waiting.push(...page.candidates);
        unread = page.last;
        pages += 1;
      }
      waiting.sort(inOrder);
    },
    frontier() {
      const [nearest] = [waiting[0], unread].filter((bound) => bound != null).toSorted(inOrder);
      return nearest === undefined ? null : placeOf(nearest);
    },
    visit(count) {
      const visited = waiting.slice(0, count);
      // A day of a few doctors is often enough; where it is not, the next step reads more.
      const daysEach = Math.max(1, Math.floor(count / visited.length / 4));
      const planned = visited.map((candidate) => ({
        candidate,
        days: source.daysOf(candidate, period, daysEach + 1),
      }));
      const further = planned.flatMap(({ candidate, days }) => {
        const next = days[daysEach]?.period;
        return next === undefined ? [] : [{ ...candidate, bound: direction === 1 ? next.start : next.end - 1 }];
      });
      waiting = [...further, ...waiting.slice(count)];
      return planned.flatMap(({ candidate, days }) => days.slice(0, daysEach).map(({ day }) => ({ candidate, day })));
    },
  };
}
