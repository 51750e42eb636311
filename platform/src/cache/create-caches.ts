import { AsyncLocalStorage } from 'node:async_hooks';
import { createEventBus } from '../event-bus/create-event-bus.ts';
import type { EventBus } from '../event-bus/event-bus.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { createBusFeed, listenToFeed } from './bus-feed.ts';
import { type CacheDefinition, type Caches, noCaches } from './cache.ts';
import { createCache, type OwnedCache } from './create-cache.ts';
import type { CacheFeed } from './feed.ts';
import { reservedNames, tokenMillis } from './keys.ts';
import { createLayeredFeed } from './layered-feed.ts';
import { createCacheMetrics } from './metrics.ts';
import { createRedisFeed } from './redis-feed.ts';
import { openTiers, type Tiers } from './tiers.ts';

export interface CachesOptions {
  /** `off` keeps nothing. */
  readonly cache: 'on' | 'off';
  /** Where processes share what they keep. Undefined: nowhere, each makes its own. */
  readonly redisUrl: string | undefined;
  /** Of the PostgreSQL that carries the bus where there is no Redis. */
  readonly connectionString: string;
  /** What tells each process what is void: the process's bus, where it has one already. */
  readonly bus?: EventBus;
  /** How many entries a process keeps in its memory. Default 50,000. */
  readonly entries?: number;
  /** How many milliseconds Redis may take for an answer: a cache that is slower is none. Default 50. */
  readonly answerMillis?: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** The caches of a process: in its own memory and, where there is one, in Redis. Nothing is opened until one is defined. */
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
  const kept = createBusFeed(bus);
  return redisUrl === undefined ? kept : createLayeredFeed(createRedisFeed({ url: redisUrl, logger }), kept);
}

function createCachesOver(options: CachesOptions): Caches {
  const { redisUrl, connectionString, entries = 50_000, answerMillis = 50, logger } = options;
  const metrics = createCacheMetrics(options.metrics.registry);
  // What refreshes in the background is no part of the request that was the first to ask.
  const detached = AsyncLocalStorage.snapshot();
  const owned = new Map<string, OwnedCache<unknown>>();
  const closing: (() => Promise<void>)[] = [];
  let opened: Tiers | undefined;

  const forget = (tags: readonly string[]): void => {
    const gone = new Set(tags);
    for (const cache of owned.values()) cache.forget(gone);
  };
  const open = (): Tiers => {
    const tiers = openTiers({ redisUrl, entries, answerMillis, logger });
    const { store, memory, hear } = tiers;
    if (redisUrl !== undefined) metrics.observeStore(() => !store.available());
    const bus = options.bus ?? createEventBus({ redisUrl, connectionString, logger });
    const stop = listenToFeed(bus, {
      ...memory,
      voidTags(tags) {
        hear(tags);
        forget(tags);
      },
    });
    closing.push(async () => {
      await stop();
      if (options.bus === undefined) await bus.close();
      await store.close();
    });
    return tiers;
  };

  return {
    define<Value>(definition: CacheDefinition<Value>) {
      assertUsable(definition);
      if (owned.has(definition.name)) throw new Error(`two caches are named ${definition.name}`);
      opened ??= open();
      const lookup = opened.lookupOf(definition);
      const cache = createCache<Value>({ definition, lookup, store: opened.store, metrics, logger, detached });
      owned.set(definition.name, cache);
      return cache.cache;
    },
    invalidate(tags) {
      if (opened === undefined || tags.length === 0) return;
      opened.void(tags);
      forget(tags);
    },
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
