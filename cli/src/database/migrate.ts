import { migrateAll } from '@consulta/migrations/migrate';
import { oneConnection } from '@consulta/migrations/one-connection';
import { ensurePartitions, type PartitionRange } from '@consulta/migrations/partitions';
import { registerConsumers } from '@consulta/platform/outbox/register';
import { unconnectedConsumers } from '../outbox/consumers.ts';
import { withClient } from '../postgres/client.ts';

/**
 * Brings the schema to the newest version, makes the partitions of the months ahead, and makes the relay's consumers
 * known: from the first commit on their events wait for them, whether a relay runs yet or not.
 */
export async function migrateDatabase(connectionString: string, onStep: (line: string) => void): Promise<void> {
  await migrateAll(connectionString, (schema, migration) => onStep(`${schema}: ${migration}`));
  for (const partition of await makePartitions(connectionString)) onStep(partition);
  await withClient(connectionString, (client) => registerConsumers(oneConnection(client), unconnectedConsumers()));
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
