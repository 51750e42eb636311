import { poolConfig } from '@consulta/platform/config/pool-config';
import { drainOnSignals } from '@consulta/platform/drain';
import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
import { addHealthRoutes, createHealth } from '@consulta/platform/health';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createRelay } from '@consulta/platform/outbox/relay';
import { assertPoolBudget } from '@consulta/platform/postgres/budget';
import { createPool, pingPool } from '@consulta/platform/postgres/pool';
import { fastify } from 'fastify';
import { readConfig } from './config.ts';
import { createConsumers } from './consumers.ts';

const config = readConfig(process.env);
const logger = createLogger({ level: config.LOG_LEVEL, role: 'relay' });
const metrics = createMetrics();
const health = createHealth();
const connectionString = config.DATABASE_URL;
const pool = createPool(poolConfig(config, 'consulta relay'), { logger, metrics });
await assertPoolBudget(pool, { processes: config.PROCESSES, max: config.POOL_MAX });

const bus = createEventBus({ redisUrl: config.REDIS_URL, connectionString, logger });
const relay = createRelay({ pool, connectionString, consumers: createConsumers(bus), logger, metrics });
const probes = fastify({ forceCloseConnections: 'idle' });
addHealthRoutes(probes, { health, metrics, checks: { postgres: () => pingPool(pool) } });

await relay.start();
await probes.listen({ host: config.HOST, port: config.PORT });
health.started();
logger.info({ host: config.HOST, port: config.PORT }, 'relaying');
drainOnSignals(
  [
    { name: 'stop being ready', run: async () => health.draining() },
    { name: 'finish deliveries', run: () => relay.stop() },
    { name: 'close event bus', run: () => bus.close() },
    { name: 'close probes', run: () => probes.close() },
    { name: 'close pool', run: () => pool.end() },
  ],
  logger,
);
