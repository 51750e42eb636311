import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { ConfigurationError, type postgresSettings, type processSettings } from '../config/environment.ts';
import { poolConfig } from '../config/pool-config.ts';
import { createLogger, type Logger } from '../logger.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import { assertPoolBudget, PoolBudgetError } from '../postgres/budget.ts';
import { createPool, type Pool, pingPool } from '../postgres/pool.ts';
import { type DrainStep, drainOnSignals } from './drain.ts';
import { createHealth, type Health, type ReadinessCheck } from './health.ts';

type BaseSettings = z.output<z.ZodObject<typeof processSettings & typeof postgresSettings>>;

/** What every process has, whatever its role. */
export interface ServiceRuntime<Settings> {
  readonly config: Settings;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly pool: Pool;
  readonly probes: {
    readonly health: Health;
    readonly metrics: Metrics;
    readonly checks: Readonly<Record<string, ReadinessCheck>>;
  };
}

export interface Service {
  /** Listens once everything is built. */
  readonly server: FastifyInstance;
  /** What ends between the last request and the pool, in order. */
  readonly drain: readonly DrainStep[];
}

/**
 * Runs one role as a process of its own: config → build → listen → drain. What keeps it from starting is one line on
 * standard error and exit code 1.
 */
export async function runService<Settings extends BaseSettings>(
  role: string,
  readConfig: () => Settings,
  build: (runtime: ServiceRuntime<Settings>) => Promise<Service>,
): Promise<void> {
  try {
    await start(role, readConfig(), build);
  } catch (error) {
    const expected = error instanceof ConfigurationError || error instanceof PoolBudgetError || isSystemError(error);
    if (!expected) throw error;
    process.stderr.write(`${role}: ${error.message}\n`);
    process.exit(1);
  }
}

async function start<Settings extends BaseSettings>(
  role: string,
  config: Settings,
  build: (runtime: ServiceRuntime<Settings>) => Promise<Service>,
): Promise<void> {
  const logger = createLogger({ level: config.LOG_LEVEL, role });
  const metrics = createMetrics();
  const health = createHealth();
  const pool = createPool(poolConfig(config, `consulta ${role}`), { logger, metrics });
  await assertPoolBudget(pool, { processes: config.PROCESSES, max: config.POOL_MAX });

  const probes = { health, metrics, checks: { postgres: () => pingPool(pool) } };
  const { server, drain } = await build({ config, logger, metrics, pool, probes });
  const url = await server.listen({ host: config.HOST, port: config.PORT });
  health.started();
  logger.info({ url }, 'listening');
  drainOnSignals(
    [
      { name: 'stop being ready', run: async () => health.draining() },
      { name: 'finish requests', run: () => server.close() },
      ...drain,
      { name: 'close pool', run: () => pool.end() },
    ],
    logger,
  );
}

/** A refused connection, a port in use: the operator's to mend. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
