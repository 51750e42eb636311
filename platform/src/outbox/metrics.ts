import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Consumer } from './consumer.ts';
import type { QueueStatus } from './operator.ts';
import type { Turn } from './turn.ts';

const labelNames = ['schema', 'consumer'] as const;

export interface RelayMetrics {
  /** Counts a committed turn. `seconds` is how long ago its events were read. */
  observe(consumer: Consumer, turn: Turn, seconds: number): void;
}

/**
 * @param queues asked at each scrape, for the gauges; a failure leaves the values of the scrape before
 */
export function createRelayMetrics(
  registry: Registry,
  queues: () => Promise<(QueueStatus & { readonly schema: string })[]>,
): RelayMetrics {
  const registers = [registry];
  const counter = (name: string, help: string) => new Counter({ name, help, labelNames, registers });
  const delivered = counter('consulta_outbox_delivered_total', 'Events that a consumer took.');
  const retried = counter('consulta_outbox_retried_total', 'Attempts that failed and will be made again.');
  const dead = counter('consulta_outbox_dead_total', 'Events set aside after the last attempt.');
  const lag = new Histogram({
    name: 'consulta_outbox_lag_seconds',
    help: 'Time from the commit of a change until its consumer took the event.',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300, 3600],
    registers,
  });
  new Gauge({
    name: 'consulta_outbox_deliveries',
    help: 'Deliveries in the queue of a consumer: pending, or dead and waiting for an operator.',
    labelNames: [...labelNames, 'state'] as const,
    registers,
    async collect() {
      const lengths = await queues().catch(() => []);
      for (const { schema, consumer, pending, dead } of lengths) {
        this.set({ schema, consumer, state: 'pending' }, pending);
        this.set({ schema, consumer, state: 'dead' }, dead);
      }
    },
  });
  return {
    observe({ source, name }, turn, seconds) {
      const labels = { schema: source, consumer: name };
      delivered.inc(labels, turn.delivered.length);
      for (const { age } of turn.delivered) lag.observe(labels, age + seconds);
      for (const { state } of turn.failed) (state === 'dead' ? dead : retried).inc(labels);
    },
  };
}
