import type { Logger } from '../logger.ts';
import { reasonOf } from '../outbox/failure.ts';
import type { CacheDefinition, Warming as WarmingOptions } from './cache.ts';
import type { Found } from './envelope.ts';
import type { Filling } from './filling.ts';
import { createHeat } from './heat.ts';
import type { Lookup } from './lookup.ts';
import type { CacheMetrics } from './metrics.ts';

/** So long after the last request the loop ends, until the next. */
const idleMillis = 10_000;

/** Makes values that are asked for often before anybody has to wait for them. */
export interface Warming {
  /** These were asked for. */
  note(ids: readonly string[]): void;
  close(): Promise<void>;
}

export function createWarming<Value>({
  definition: { name, ttlSeconds },
  warm: { top, everyMillis = 250, fill },
  lookup,
  filling,
  metrics,
  logger,
  detached,
}: {
  definition: CacheDefinition<Value>;
  warm: WarmingOptions<Value>;
  lookup: Lookup;
  filling: Filling<Value>;
  metrics: CacheMetrics;
  logger: Logger;
  detached: <Result>(work: () => Result) => Result;
}): Warming {
  const heat = createHeat();
  let askedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let passing = Promise.resolve();
  let closed = false;

  /** Void, or in the last tenth of its time. That there is no value is nothing to keep warm. */
  const isDue = (found: Found): boolean => {
    if (found.state === 'void') return true;
    return found.state === 'kept' && found.value !== null && found.until - Date.now() < ttlSeconds * 100;
  };
  const pass = async (): Promise<void> => {
    const hottest = heat.hottest(top);
    if (hottest.length === 0) return;
    const near = lookup.glance(hottest);
    const far = await lookup.look(hottest.filter((id) => !near.has(id)));
    const due = new Map(
      [...near, ...far].flatMap(([id, now]) => ('tokens' in now && isDue(now) ? [[id, now.tokens] as const] : [])),
    );
    if (due.size > 0) metrics.count(name, 'warmed', await filling.renew(due, fill, isDue));
  };
  const run = async (): Promise<void> => {
    await pass().catch((error: unknown) =>
      logger.warn({ cache: name, reason: reasonOf(error) }, 'what is asked for often could not be kept warm'),
    );
    timer = undefined;
    if (performance.now() - askedAt < idleMillis) arm();
  };
  const arm = (): void => {
    if (timer !== undefined || closed) return;
    timer = detached(() =>
      setTimeout(() => {
        passing = run();
      }, everyMillis),
    ).unref();
  };

  return {
    note(ids) {
      askedAt = performance.now();
      heat.note(ids);
      arm();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await passing;
    },
  };
}
