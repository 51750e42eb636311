import type { z } from 'zod';
import type { PoolConfig } from '../postgres/pool.ts';
import type { postgresSettings, processSettings } from './environment.ts';

type Settings = z.output<z.ZodObject<typeof postgresSettings & Pick<typeof processSettings, 'NODE_ENV'>>>;

/** The pool that a process's settings describe. */
export function poolConfig(settings: Settings, applicationName: string): PoolConfig {
  return {
    applicationName,
    connectionString: settings.DATABASE_URL,
    max: settings.POOL_MAX,
    min: Math.min(settings.POOL_MIN, settings.POOL_MAX),
    connectionTimeoutMillis: settings.POOL_CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: settings.POOL_IDLE_TIMEOUT_MS,
    maxLifetimeSeconds: Math.ceil(settings.POOL_LIFETIME_MS / 1000),
    leakAfterMillis: settings.POOL_LEAK_MS,
    refuseSecond: settings.NODE_ENV !== 'production',
  };
}
