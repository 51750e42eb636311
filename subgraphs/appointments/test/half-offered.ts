/*
 * A relay to be killed: stuck before it offers anything, or when all is written but the commit. Prints `ready` when it is.
 *
 * Arguments: connection string, `before` or `after`.
 */
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createRelay } from '@consulta/platform/outbox/relay';
import { createPool } from '@consulta/platform/postgres/pool';
import { createWaitlistConsumer } from '../src/waitlist/consumer.ts';

const [connectionString = '', when = 'before'] = process.argv.slice(2);
const logger = createLogger({ level: 'error' });
const metrics = createMetrics();
const pool = createPool(
  {
    connectionString,
    applicationName: 'half offered',
    max: 5,
    min: 0,
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 10_000,
    maxLifetimeSeconds: 600,
    leakAfterMillis: 60_000,
  },
  { logger, metrics },
);

const consumer = createWaitlistConsumer();
const relay = createRelay({
  pool,
  connectionString,
  consumers: [
    {
      ...consumer,
      async deliver(events, delivery) {
        if (when === 'after') await consumer.deliver(events, delivery);
        process.stdout.write('ready\n');
        await new Promise(() => undefined);
      },
    },
  ],
  logger,
  metrics,
  pollMillis: 50,
});
await relay.start();
