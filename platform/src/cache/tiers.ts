import type { Logger } from '../logger.ts';
import type { CacheDefinition } from './cache.ts';
import { createLookup, type Lookup } from './lookup.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';
import { createNearLookup } from './near-lookup.ts';
import { createRedisStore } from './redis-store.ts';
import type { Store } from './store.ts';
import { createVoids } from './voids.ts';

/** Where the caches of a process keep things: in its memory and, with Redis, behind that in what all processes share. */
export interface Tiers {
  /** Where values are made, and processes wait for each other. */
  readonly store: Store;
  readonly memory: MemoryStore;
  lookupOf(definition: CacheDefinition): Lookup;
  /** This process made these void: at once in memory, and as soon as it takes it in what is shared. */
  void(tags: readonly string[]): void;
  /** Another process, or the relay, made these void and has told what is shared. */
  hear(tags: readonly string[]): void;
}

export function openTiers({
  redisUrl,
  entries,
  answerMillis,
  logger,
}: {
  redisUrl: string | undefined;
  entries: number;
  answerMillis: number;
  logger: Logger;
}): Tiers {
  const memory = createMemoryStore({ entries });
  const voids = createVoids(memory);
  const near = (definition: CacheDefinition) => createLookup({ definition, store: memory, voids });
  if (redisUrl === undefined) return { store: memory, memory, lookupOf: near, void: voids.send, hear: voids.send };

  const store = createRedisStore({ url: redisUrl, answerMillis, logger });
  const farVoids = createVoids(store);
  return {
    store,
    memory,
    lookupOf(definition) {
      const far = createLookup({ definition, store, voids: farVoids });
      return createNearLookup({ definition, near: near(definition), store: memory, far });
    },
    void(tags) {
      voids.send(tags);
      farVoids.send(tags);
    },
    hear: voids.send,
  };
}
