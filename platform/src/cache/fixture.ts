import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEventBus } from '../event-bus/create-event-bus.ts';
import type { EventBus } from '../event-bus/event-bus.ts';
import { createLogger, type Logger } from '../logger.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import type { Cache, CacheDefinition, Caches, Fill } from './cache.ts';
import { createCacheFeed, createCaches } from './create-caches.ts';
import type { CacheFeed } from './feed.ts';

/** Several processes that share caches, in one: each has its own connections. */
export interface Installation extends AsyncDisposable {
  readonly feed: CacheFeed;
  /** Caches as another process would have them. */
  newProcess(): { readonly caches: Caches; readonly metrics: Metrics };
  /**
   * Vouches as the relay does, until stopped. Resolves once it was heard.
   *
   * @param isToldAll by default true
   */
  startVouching(isToldAll?: () => Promise<boolean>): Promise<void>;
  stopVouching(): Promise<void>;
}

/**
 * @param answerMillis as of {@link createCaches}; by default so long that a busy machine fails no test
 */
export function openInstallation({
  redisUrl,
  connectionString,
  answerMillis = 2_000,
  logger = createLogger({ level: 'silent' }),
}: {
  redisUrl: string | undefined;
  connectionString: string;
  answerMillis?: number;
  logger?: Logger;
}): Installation {
  const opened: { close(): Promise<void> }[] = [];
  const keep = <Closable extends { close(): Promise<void> }>(closable: Closable): Closable => {
    opened.push(closable);
    return closable;
  };
  const bus: EventBus = keep(createEventBus({ redisUrl, connectionString, logger }));
  const feed = keep(createCacheFeed({ redisUrl, bus, logger }));
  let vouching = false;
  let vouches = Promise.resolve();

  return {
    feed,
    newProcess() {
      const metrics = createMetrics();
      const caches = createCaches({ cache: 'on', redisUrl, connectionString, answerMillis, logger, metrics });
      return { caches: keep(caches), metrics };
    },
    async startVouching(isToldAll = async () => true) {
      if (vouching) return;
      vouching = true;
      const heard = Promise.withResolvers<void>();
      vouches = (async () => {
        for (; vouching; await sleep(100)) await feed.vouch(isToldAll).then(heard.resolve, () => undefined);
      })();
      await heard.promise;
    },
    async stopVouching() {
      vouching = false;
      await vouches;
    },
    async [Symbol.asyncDispose]() {
      vouching = false;
      await vouches;
      for (const each of opened.splice(0).reverse()) await each.close();
    },
  };
}

/** What is cached in the tests: numbers by id, each with the number of times that it was read. */
export interface Source {
  readonly fill: Fill<number>;
  /** How often each id was read. */
  readonly reads: ReadonlyMap<string, number>;
  readonly calls: () => number;
  set(id: string, value: number | null): void;
  /** Lets every read wait, after it has read, until the answer is called. */
  hold(): () => void;
}

export function newSource(values: Readonly<Record<string, number>> = {}): Source {
  const rows = new Map<string, number>(Object.entries(values));
  const reads = new Map<string, number>();
  let calls = 0;
  let held = Promise.resolve();
  return {
    reads,
    calls: () => calls,
    async fill(ids) {
      calls += 1;
      const read = new Map(ids.flatMap((id) => (rows.has(id) ? [[id, rows.get(id) ?? 0] as const] : [])));
      for (const id of ids) reads.set(id, (reads.get(id) ?? 0) + 1);
      await held;
      return read;
    },
    set(id, value) {
      if (value === null) rows.delete(id);
      else rows.set(id, value);
    },
    hold() {
      const holding = Promise.withResolvers<void>();
      held = holding.promise;
      return () => {
        held = Promise.resolve();
        holding.resolve();
      };
    },
  };
}

/** Asks until what is kept is served: connections are made, and somebody has vouched. */
export async function untilKept(cache: Cache<number>, id: string): Promise<void> {
  for (let kept = false; !kept; await sleep(10)) {
    kept = true;
    await cache.getMany([id], async (ids) => {
      kept = false;
      return new Map(ids.map((each) => [each, 1]));
    });
  }
}

/** Asks until nothing is kept any more: one answer that took too long is no proof. */
export async function untilBypassed(cache: Cache<number>): Promise<void> {
  const id = randomUUID();
  for (let inARow = 0, made = 0; inARow < 5; await sleep(20)) {
    const before = made;
    await cache.getMany([id], async (ids) => {
      made += 1;
      return new Map(ids.map((each) => [each, 1]));
    });
    inARow = made > before ? inARow + 1 : 0;
  }
}

export const definition = (name: string, more: Partial<CacheDefinition<number>> = {}): CacheDefinition<number> => ({
  name,
  version: 1,
  ttlSeconds: 60,
  ...more,
});

/** How often each outcome was counted. */
export async function outcomes(metrics: Metrics): Promise<Record<string, number>> {
  const counted = await metrics.registry.getSingleMetric('consulta_cache_total')?.get();
  return Object.fromEntries(counted?.values.map(({ labels, value }) => [labels['outcome'], value]) ?? []);
}
