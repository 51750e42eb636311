import { migrateAll } from '@consulta/migrations/migrate';
import { oneConnection } from '@consulta/migrations/one-connection';
import { ensurePartitions, type PartitionRange } from '@consulta/migrations/partitions';
import { withClient } from '../postgres/client.ts';

/** Brings the schema to the newest version and makes the partitions of the months ahead. */
export async function migrateDatabase(connectionString: string, onStep: (line: string) => void): Promise<void> {
  await migrateAll(connectionString, (schema, migration) => onStep(`${schema}: ${migration}`));
  for (const partition of await makePartitions(connectionString)) onStep(partition);
}

/** Makes the monthly partitions that are missing, and names them. */
export async function makePartitions(connectionString: string, range: PartitionRange = {}): Promise<string[]> {
  return await withClient(connectionString, (client) => ensurePartitions(oneConnection(client), range));
}

/** Whether nobody has an account yet: what tells a new installation from one in use. */
export async function isEmpty(connectionString: string): Promise<boolean> {
  return await withClient(connectionString, async (client) => {
    const { rowCount } = await client.query('select from identity.account limit 1');
    return rowCount === 0;
  });
}
