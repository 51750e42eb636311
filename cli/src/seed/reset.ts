import { migrateAll, schemas } from '@consulta/migrations/migrate';
import { Fault } from '../fault.ts';
import { withClient } from '../postgres/client.ts';

const lockNotAvailable = '55P03';

/** Erases everything, then migrates again. */
export async function resetDatabase(connectionString: string): Promise<void> {
  await withClient(connectionString, async (client) => {
    await client.query(`set lock_timeout = '10s'`);
    try {
      // One by one: together their many partitions could need more locks than a transaction may hold.
      for (const schema of schemas) await client.query(`drop schema if exists ${schema} cascade`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === lockNotAvailable)) throw error;
      throw new Fault('the database is in use: stop what uses it, then reset it again', { cause: error });
    }
  });
  await migrateAll(connectionString);
}
