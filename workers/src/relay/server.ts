import type { EventBus } from '@consulta/platform/event-bus/event-bus';
import type { Logger } from '@consulta/platform/logger';
import type { Metrics } from '@consulta/platform/metrics';
import { createRelay, type Relay } from '@consulta/platform/outbox/relay';
import type { Pool } from '@consulta/platform/postgres/pool';
import { createConsumers } from './consumers.ts';

export interface RelayDependencies {
  readonly pool: Pool;
  /** Of the database behind `pool`. */
  readonly connectionString: string;
  readonly bus: EventBus;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** The relay with all its consumers, whichever process it runs in. */
export function createRelayServer({ bus, ...dependencies }: RelayDependencies): Relay {
  return createRelay({ ...dependencies, consumers: createConsumers({ bus }) });
}
