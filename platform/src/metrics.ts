import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The process's metrics in Prometheus form. Labels are closed sets: no ids, no names. */
export interface Metrics {
  readonly registry: Registry;
  readonly operations: Histogram<'subgraph' | 'outcome'>;
  readonly statements: Histogram<'subgraph'>;
  readonly repeatedStatements: Counter<'subgraph'>;
  readonly coalescedRequests: Counter;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    operations: new Histogram({
      name: 'consulta_operation_seconds',
      help: 'Time from a request to its answer, by service.',
      labelNames: ['subgraph', 'outcome'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    statements: new Histogram({
      name: 'consulta_operation_statements',
      help: 'SQL statements that one operation sent, by service.',
      labelNames: ['subgraph'],
      buckets: [0, 1, 2, 3, 5, 8, 13, 21, 50],
      registers,
    }),
    repeatedStatements: new Counter({
      name: 'consulta_repeated_statements_total',
      help: 'Statement texts repeated within one operation beyond the N+1 threshold.',
      labelNames: ['subgraph'],
      registers,
    }),
    coalescedRequests: new Counter({
      name: 'consulta_coalesced_requests_total',
      help: 'Requests that waited for the answer to an identical one instead of being executed.',
      registers,
    }),
  };
}

/** Publishes a pool's connections: on loan, idle, and callers waiting. */
export function observePool(
  metrics: Metrics,
  usage: { readonly active: number; readonly idle: number; readonly waiting: number },
): void {
  const gauge = (state: 'active' | 'idle' | 'waiting', help: string): void => {
    const name = `consulta_pool_${state}`;
    metrics.registry.removeSingleMetric(name);
    new Gauge({
      name,
      help,
      registers: [metrics.registry],
      collect() {
        this.set(usage[state]);
      },
    });
  };
  gauge('active', 'PostgreSQL connections on loan.');
  gauge('idle', 'PostgreSQL connections at rest.');
  gauge('waiting', 'Callers waiting for a PostgreSQL connection.');
}
