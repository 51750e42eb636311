import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import { freshMillis, newToken } from './keys.ts';
import type { Store } from './store.ts';

/** As Keyv keeps an entry where it need not be turned into text. */
interface Kept {
  readonly value: unknown;
  readonly expires?: number | undefined;
}

/** The store of one process, which must be told what other processes void. */
export interface MemoryStore extends Store {
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
  const keyv = new Keyv({
    store: {
      opts: {},
      on: () => undefined,
      get: async (key: string) => lru.get(key),
      getMany: async (keys: readonly string[]) => keys.map((key) => lru.get(key)),
      set: async (key: string, kept: Kept) => void lru.set(key, kept),
      delete: async (key: string) => lru.delete(key),
      clear: async () => lru.clear(),
    },
    useKeyPrefix: false,
    throwOnErrors: true,
  });
  keyv.serialize = undefined;
  keyv.deserialize = undefined;

  let life = newToken();
  let vouchedAt = Number.NEGATIVE_INFINITY;
  const trusted = () => now() - vouchedAt < freshMillis;
  const distrust = (): void => {
    lru.clear();
    // A fill under way keeps its value under the old life.
    life = newToken();
    vouchedAt = Number.NEGATIVE_INFINITY;
  };
  const holds = (key: string): boolean => {
    const { expires = Number.POSITIVE_INFINITY } = lru.get(key) ?? { expires: 0 };
    return expires > Date.now();
  };
  const read: Store['read'] = async (keys) => {
    const during = life;
    const held = await keyv.getMany([...keys]);
    return { held, life: trusted() && during === life ? life : null };
  };

  return {
    available: () => true,
    read,
    async write(entries) {
      await keyv.setMany(entries.map(({ key, value, millis }) => ({ key, value, ttl: millis })));
    },
    async claim(entries, keys) {
      // Without a pause between the look and the write, which Keyv would make.
      const claimed = entries.map(({ key, value, millis }) => {
        if (holds(key)) return false;
        lru.set(key, { value, expires: Date.now() + millis });
        return true;
      });
      return { claimed, snapshot: await read(keys) };
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
