import type { PoolConfig } from './pool.ts';

/** A small pool for tests. */
export function testPoolConfig(connectionString: string, changes: Partial<PoolConfig> = {}): PoolConfig {
  return {
    connectionString,
    applicationName: 'consulta test',
    max: 5,
    min: 0,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 10_000,
    maxLifetimeSeconds: 600,
    leakAfterMillis: 60_000,
    ...changes,
  };
}
