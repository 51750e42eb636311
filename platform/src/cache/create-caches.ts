import { AsyncLocalStorage } from 'node:async_hooks';
import type { EventBus } from '../event-bus/event-bus.ts';
import { createPostgresBus } from '../event-bus/postgres-bus.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { createBusFeed, listenToFeed } from './bus-feed.ts';
import { type CacheDefinition, type Caches, noCaches } from './cache.ts';
import { createCache, type OwnedCache } from './create-cache.ts';
import type { CacheFeed } from './feed.ts';
import { reservedNames, tokenMillis } from './keys.ts';
import { createMemoryStore } from './memory-store.ts';
import { createCacheMetrics } from './metrics.ts';
import { createRedisFeed } from './redis-feed.ts';
import { createRedisStore } from './redis-store.ts';
import type { Store } from './store.ts';
import { createVoids } from './voids.ts';

export interface CachesOptions {
  /** `off` keeps nothing. */
  readonly cache: 'on' | 'off';
  /** Undefined: each process keeps its own, and hears over the bus what is void. */
  readonly redisUrl: string | undefined;
  /** Of the PostgreSQL that carries the bus where there is no Redis. */
  readonly connectionString: string;
  /** The process's bus, where it has one already. */
  readonly bus?: EventBus;
  /** How many entries a process keeps where there is no Redis. Default 50,000. */
  readonly entries?: number;
  /** How many milliseconds Redis may take for an answer: a cache that is slower is none. Default 50. */
  readonly answerMillis?: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** The caches of a process: in Redis where there is one, else in its own memory. Nothing is opened until one is defined. */
export function createCaches(options: CachesOptions): Caches {
  return options.cache === 'off' ? noCaches : createCachesOver(options);
}

/** What the relay tells the caches by: the other end of what {@link createCaches} chooses. */
export function createCacheFeed({
  redisUrl,
  bus,
  logger,
}: {
  redisUrl: string | undefined;
  bus: Pick<EventBus, 'publish'>;
  logger: Logger;
}): CacheFeed {
  return redisUrl === undefined ? createBusFeed(bus) : createRedisFeed({ url: redisUrl, logger });
}

function createCachesOver(options: CachesOptions): Caches {
  const { logger } = options;
  const metrics = createCacheMetrics(options.metrics.registry);
  // What refreshes in the background is no part of the request that was the first to ask.
  const detached = AsyncLocalStorage.snapshot();
  const owned = new Map<string, OwnedCache<unknown>>();
  const closing: (() => Promise<void>)[] = [];
  let opened: { store: Store; voids: ReturnType<typeof createVoids> } | undefined;

  const invalidate = (tags: readonly string[]): void => {
    if (opened === undefined || tags.length === 0) return;
    opened.voids.send(tags);
    const gone = new Set(tags);
    for (const cache of owned.values()) cache.forget(gone);
  };
  const openStore = (): Store => {
    if (options.redisUrl !== undefined) {
      const store = createRedisStore({ url: options.redisUrl, answerMillis: options.answerMillis ?? 50, logger });
      metrics.observeStore(() => !store.available());
      return store;
    }
    const store = createMemoryStore({ entries: options.entries ?? 50_000 });
    const bus = options.bus ?? createPostgresBus({ connectionString: options.connectionString, logger });
    const stop = listenToFeed(bus, { ...store, voidTags: invalidate });
    closing.push(async () => {
      await stop();
      if (options.bus === undefined) await bus.close();
    });
    return store;
  };
  const open = () => {
    const store = openStore();
    closing.push(() => store.close());
    return { store, voids: createVoids(store) };
  };

  return {
    define<Value>(definition: CacheDefinition<Value>) {
      assertUsable(definition);
      if (owned.has(definition.name)) throw new Error(`two caches are named ${definition.name}`);
      opened ??= open();
      const cache = createCache<Value>({ definition, ...opened, metrics, logger, detached });
      owned.set(definition.name, cache);
      return cache.cache;
    },
    invalidate,
    async close() {
      await Promise.all(Array.from(owned.values(), (cache) => cache.close()));
      for (const close of closing.splice(0)) await close();
    },
  };
}

function assertUsable({ name, ttlSeconds, staleSeconds = 0 }: CacheDefinition): void {
  if (!/^[a-z][a-z-]*$/.test(name) || reservedNames.includes(name)) throw new Error(`${name} cannot name a cache`);
  // Times are spread by a tenth.
  if ((ttlSeconds * 1.1 + staleSeconds) * 1000 >= tokenMillis)
    throw new Error(`what ${name} keeps would outlive the tokens of its tags`);
}
