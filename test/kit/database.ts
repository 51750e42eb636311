import { randomBytes } from 'node:crypto';
import { withDatabase } from '@consulta/cli/postgres/client';
import { inject } from 'vitest';
import { onServer } from './admin.ts';

export interface TestDatabase extends AsyncDisposable {
  readonly connectionString: string;
  /** Ends every session on it and removes it. What is not dropped goes with the run. */
  drop(): Promise<void>;
}

/**
 * A migrated, empty database of the caller's own. Call it once a file: a copy takes about as long as ten statements.
 *
 * @example
 * const database = await createTestDatabase();
 * afterAll(() => database.drop());
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('adminUrl');
  const template = inject('templateDatabase');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await onServer(adminUrl, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  const drop = async () => {
    await onServer(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { connectionString: withDatabase(adminUrl, name), drop, [Symbol.asyncDispose]: drop };
}
