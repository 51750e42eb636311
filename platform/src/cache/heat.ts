import { LRUCache } from 'lru-cache';

/** How often ids are asked for of late. */
export interface Heat {
  note(ids: readonly string[]): void;
  /** The ids asked for most, hottest first; those asked for once in a while are not among them. */
  hottest(count: number): string[];
}

/** Asked for about as often within a half-life: less is not worth a fill that nobody may want. */
const leastScore = 2;

/**
 * Counts requests, each worth half as much after every half-life.
 *
 * @param most ids that are counted at a time: those asked for last
 * @param now a monotonic clock in milliseconds
 */
export function createHeat({
  most = 4_096,
  halfLifeMillis = 30_000,
  now = () => performance.now(),
}: {
  most?: number;
  halfLifeMillis?: number;
  now?: () => number;
} = {}): Heat {
  const scores = new LRUCache<string, { score: number; at: number }>({ max: most });
  const decayed = ({ score, at }: { score: number; at: number }, time: number): number =>
    score * 2 ** ((at - time) / halfLifeMillis);

  return {
    note(ids) {
      const at = now();
      for (const id of ids) {
        const known = scores.get(id);
        if (known === undefined) {
          scores.set(id, { score: 1, at });
        } else {
          known.score = decayed(known, at) + 1;
          known.at = at;
        }
      }
    },
    hottest(count) {
      const time = now();
      return Array.from(scores.entries(), ([id, known]) => ({ id, score: decayed(known, time) }))
        .filter(({ score }) => score >= leastScore)
        .sort((one, other) => other.score - one.score)
        .slice(0, count)
        .map(({ id }) => id);
    },
  };
}
