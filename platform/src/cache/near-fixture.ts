import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEventBus } from '../event-bus/create-event-bus.ts';
import { createLogger } from '../logger.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import { eventually } from '../outbox/fixture.ts';
import type { Cache, Caches } from './cache.ts';
import { createCaches } from './create-caches.ts';
import { definition, newSource, type Source } from './fixture.ts';

/** A process with one cache, and what it has heard over the bus. */
export interface Hearing extends AsyncDisposable {
  readonly caches: Caches;
  readonly cache: Cache<number>;
  readonly metrics: Metrics;
  /** How often it heard that a tag is void. */
  heard(tag: string): number;
  /** Waits until it has heard that more often than `times`. */
  hears(tag: string, times: number): Promise<unknown>;
  /** Calls back whenever something is void, after it is in memory. */
  onVoid(listener: () => void): void;
}

/**
 * @param name of its cache
 * @param throughUrl how it reaches Redis; by default `url`, which the bus always takes
 */
export async function openHearing(
  name: string,
  { url, throughUrl = url }: { url: string; throughUrl?: string },
): Promise<Hearing> {
  const logger = createLogger({ level: 'silent' });
  const metrics = createMetrics();
  // Only where there is no Redis.
  const connectionString = '';
  const bus = createEventBus({ redisUrl: url, connectionString, logger });
  const options = { redisUrl: throughUrl, connectionString, bus, answerMillis: 2_000, logger, metrics };
  const caches = createCaches({ cache: 'on', ...options });
  const cache = caches.define(definition(name));
  const heard = new Map<string, number>();
  const listeners: (() => void)[] = [];
  await bus.subscribe('cache', ({ tags = [] }) => {
    for (const tag of tags) heard.set(tag, (heard.get(tag) ?? 0) + 1);
    if (tags.length > 0) for (const listener of listeners) listener();
  });
  await untilNear(cache, metrics, randomUUID(), newSource());
  return {
    caches,
    cache,
    metrics,
    heard: (tag) => heard.get(tag) ?? 0,
    hears: (tag, times) =>
      eventually(
        async () => heard.get(tag) ?? 0,
        (count) => count > times,
      ),
    onVoid: (listener) => void listeners.push(listener),
    async [Symbol.asyncDispose]() {
      await caches.close();
      await bus.close();
    },
  };
}

/** How many ids memory answered. */
export async function nearHits(metrics: Metrics): Promise<number> {
  const counted = await metrics.registry.getSingleMetric('consulta_cache_near_total')?.get();
  return counted?.values.reduce((sum, { value }) => sum + value, 0) ?? 0;
}

/** Asks until memory answers. */
export async function untilNear(cache: Cache<number>, metrics: Metrics, id: string, source: Source): Promise<void> {
  for (const before = await nearHits(metrics); (await nearHits(metrics)) === before; await sleep(10)) {
    await cache.getMany([id], source.fill);
  }
}

/** A way to Redis on which answers can be held back. */
export async function openProxy(target: URL) {
  const pairs = new Set<{ socket: Socket; onward: Socket }>();
  let asked: () => void = () => undefined;
  const proxy = createServer((socket) => {
    const onward = connect(Number(target.port), target.hostname);
    for (const end of [socket, onward]) end.on('error', () => undefined);
    socket.on('data', () => asked());
    socket.pipe(onward).pipe(socket);
    pairs.add({ socket, onward });
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `redis://127.0.0.1:${port}${target.pathname}`,
    /** @returns waits until something was asked and Redis has answered it */
    hold() {
      const question = Promise.withResolvers<void>();
      asked = question.resolve;
      for (const { socket, onward } of pairs) onward.unpipe(socket);
      return async () => {
        await question.promise;
        await eventually(
          async () => Array.from(pairs, ({ onward }) => onward.readableLength),
          (lengths) => lengths.some((length) => length > 0),
        );
      };
    },
    release() {
      for (const { socket, onward } of pairs) onward.pipe(socket);
    },
    async [Symbol.asyncDispose]() {
      for (const { socket, onward } of pairs) for (const end of [socket, onward]) end.destroy();
      proxy.close();
    },
  };
}
