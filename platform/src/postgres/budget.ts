import { sql } from 'kysely';
import { createKysely } from './kysely.ts';
import type { Pool } from './pool.ts';

/** Refused at start-up: together the processes could ask for more connections than the server grants. */
export class PoolBudgetError extends Error {
  override readonly name = 'PoolBudgetError';
}

/**
 * Checks that every process of the deployment can fill its pool at once.
 *
 * @param processes how many processes share the server (replicas of every role)
 * @param max the largest pool of each
 * @throws {PoolBudgetError} where `processes × max` exceeds what the server leaves to ordinary roles
 */
export async function assertPoolBudget(
  pool: Pool,
  { processes, max }: { processes: number; max: number },
): Promise<void> {
  const settings = await sql<{ granted: number }>`
    select current_setting('max_connections')::int
         - current_setting('superuser_reserved_connections')::int
         - current_setting('reserved_connections')::int as granted`.execute(createKysely(pool, 'public'));
  const granted = settings.rows[0]?.granted ?? 0;
  const wanted = processes * max;
  if (wanted > granted) {
    throw new PoolBudgetError(
      `${processes} processes with pools of ${max} may open ${wanted} connections, but PostgreSQL grants ${granted}: ` +
        'lower POOL_MAX or PROCESSES, or raise max_connections',
    );
  }
}
