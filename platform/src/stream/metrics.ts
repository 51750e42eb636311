import { Counter, Gauge, type Registry } from 'prom-client';

/** What a process that streams to clients is doing. */
export interface StreamMetrics {
  /** Open connections, by transport. */
  readonly connections: Gauge<'transport'>;
  readonly subscriptions: Gauge;
  /** Subscriptions that share their answers count as one. */
  readonly groups: Gauge;
  /** Answers that the graph was asked for. */
  readonly hydrations: Counter;
  readonly frames: Counter;
  /** Events told to those who came back with a cursor. */
  readonly replays: Counter;
  readonly slowConsumers: Counter;
}

export function createStreamMetrics(registry: Registry): StreamMetrics {
  const registers = [registry];
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  return {
    connections: new Gauge({
      name: 'consulta_stream_connections',
      help: 'Connections that subscriptions run over, by transport.',
      labelNames: ['transport'],
      registers,
    }),
    subscriptions: gauge('consulta_stream_subscriptions', 'Subscriptions of connected clients.'),
    groups: gauge('consulta_stream_groups', 'Subscriptions, those that share their answers counted once.'),
    hydrations: counter('consulta_stream_hydrations_total', 'Answers for an event that the graph was asked for.'),
    frames: counter('consulta_stream_frames_total', 'Answers for an event that were written to a client.'),
    replays: counter('consulta_stream_replays_total', 'Events told to a client that came back with a cursor.'),
    slowConsumers: counter(
      'consulta_stream_slow_consumers_total',
      'Connections closed because their client did not read what was written.',
    ),
  };
}
