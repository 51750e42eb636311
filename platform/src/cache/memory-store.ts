import { LRUCache } from 'lru-cache';
import { freshMillis, newToken } from './keys.ts';
import type { Snapshot, Store } from './store.ts';

interface Kept {
  readonly value: unknown;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** The store of one process, which must be told what other processes void. What is written counts as the call returns. */
export interface MemoryStore extends Store {
  glance(keys: readonly string[]): Snapshot;
  /** All that was committed until half a second ago has been told: what is kept may be trusted for a while. */
  vouch(): void;
  /** Something may not have been told: forgets everything, until the next word that all was. */
  distrust(): void;
}

/**
 * Keeps what was used last, in this process only.
 *
 * @param entries how many at most, tokens of tags included
 * @param now a monotonic clock in milliseconds
 */
export function createMemoryStore({
  entries: max,
  now = () => performance.now(),
}: {
  entries: number;
  now?: () => number;
}): MemoryStore {
  const lru = new LRUCache<string, Kept>({ max });
  let life = newToken();
  let vouchedAt = Number.NEGATIVE_INFINITY;
  const trusted = () => now() - vouchedAt < freshMillis;
  const distrust = (): void => {
    lru.clear();
    // A fill under way keeps its value under the old life.
    life = newToken();
    vouchedAt = Number.NEGATIVE_INFINITY;
  };
  const glance = (keys: readonly string[]): Snapshot => {
    const time = Date.now();
    const held = keys.map((key) => {
      const kept = lru.get(key);
      return kept !== undefined && kept.expires > time ? kept.value : undefined;
    });
    return { held, life: trusted() ? life : null };
  };
  const put = (key: string, value: unknown, millis: number): void => {
    lru.set(key, { value, expires: Date.now() + millis });
  };

  return {
    available: () => true,
    glance,
    read: async (keys) => glance(keys),
    async write(entries) {
      for (const { key, value, millis } of entries) put(key, value, millis);
    },
    async claim(entries, keys) {
      const claimed = entries.map(({ key, value, millis }) => {
        if ((lru.get(key)?.expires ?? 0) > Date.now()) return false;
        put(key, value, millis);
        return true;
      });
      return { claimed, snapshot: glance(keys) };
    },
    async release(keys, value) {
      for (const key of keys) if (lru.get(key)?.value === value) lru.delete(key);
    },
    vouch() {
      // Silent for too long: whatever broke the silence may also have swallowed an invalidation.
      if (!trusted()) distrust();
      vouchedAt = now();
    },
    distrust,
    async close() {
      lru.clear();
    },
  };
}
