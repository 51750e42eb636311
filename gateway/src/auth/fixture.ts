import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { sendPoke } from '@consulta/platform/outbox/poke';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { createPool } from '@consulta/platform/postgres/pool';
import { testPoolConfig } from '@consulta/platform/postgres/pool.fixture';
import { createUnitOfWork, type UnitOfWork } from '@consulta/platform/unit-of-work';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';

/** The accounts as an operator reaches them: from a process of its own. */
export interface Identity extends AsyncDisposable {
  readonly db: Kysely<Database>;
  readonly unitOfWork: UnitOfWork<Database>;
}

export function openIdentity(connectionString: string): Identity {
  const logger = createLogger({ level: 'silent' });
  const pool = createPool(testPoolConfig(connectionString), { logger, metrics: createMetrics() });
  const db = createKysely<Database>(pool, 'identity');
  let poked = Promise.resolve();
  const poke = (types: readonly string[]): void => {
    poked = sendPoke(db, { schema: 'identity', types, logger });
  };
  return {
    db,
    unitOfWork: createUnitOfWork({ db, schema: 'identity', poke }),
    async [Symbol.asyncDispose]() {
      await poked;
      await pool.end();
    },
  };
}
