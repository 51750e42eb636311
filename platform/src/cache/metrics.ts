import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** How an id was answered, or that its value was made before anybody asked. */
export type Outcome = 'hit' | 'absent' | 'stale' | 'miss' | 'coalesced' | 'lock_wait' | 'bypassed' | 'warmed';

export interface CacheMetrics {
  count(cache: string, outcome: Outcome, ids?: number): void;
  /** Of ids asked for, those answered from the memory of the process. */
  countNear(cache: string, ids: number): void;
  /** @returns ends the measurement */
  startFill(cache: string): () => void;
  /** Publishes whether the store is out of use. */
  observeStore(isOpen: () => boolean): void;
}

export function createCacheMetrics(registry: Registry): CacheMetrics {
  const registers = [registry];
  const outcomes = new Counter({
    name: 'consulta_cache_total',
    help: 'Ids asked of a cache, by how they were answered.',
    labelNames: ['cache', 'outcome'],
    registers,
  });
  const near = new Counter({
    name: 'consulta_cache_near_total',
    help: 'Ids asked of a cache that the memory of the process answered.',
    labelNames: ['cache'],
    registers,
  });
  const fills = new Histogram({
    name: 'consulta_cache_fill_seconds',
    help: 'Time in which a cache made the values that it did not keep.',
    labelNames: ['cache'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  return {
    count(cache, outcome, ids = 1) {
      if (ids > 0) outcomes.inc({ cache, outcome }, ids);
    },
    countNear(cache, ids) {
      if (ids > 0) near.inc({ cache }, ids);
    },
    startFill: (cache) => fills.startTimer({ cache }),
    observeStore(isOpen) {
      new Gauge({
        name: 'consulta_cache_breaker_open',
        help: '1 while Redis is out of use for the caches because it failed or was slow.',
        registers,
        collect() {
          this.set(isOpen() ? 1 : 0);
        },
      });
    },
  };
}
