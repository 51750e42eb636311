import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabase } from '@consulta/cli/postgres/client';
import { startEmbeddedPostgres } from '@consulta/cli/postgres/server';
import { migrateAll } from '@consulta/migrations/migrate';
import { onServer } from './admin.ts';
import { environment } from './config.ts';

export interface TestPostgres {
  readonly adminUrl: string;
  readonly templateDatabase: string;
  stop(): Promise<void>;
}

/** `DATABASE_URL` when set, else an embedded server in a folder of its own. Either holds a migrated template. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const server = environment.databaseUrl ? useServer(environment.databaseUrl) : await startServer();
  const templateDatabase = `consulta_test_${randomBytes(4).toString('hex')}`;
  const stop = async () => {
    await server.stop(templateDatabase);
  };
  try {
    await onServer(server.adminUrl, (client) => client.query(`create database ${templateDatabase}`));
    await migrateAll(withDatabase(server.adminUrl, templateDatabase));
    await onServer(server.adminUrl, (client) =>
      // A copy fails while anyone is connected to the original.
      client.query(`alter database ${templateDatabase} with allow_connections false is_template true`),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl: server.adminUrl, templateDatabase, stop };
}

async function startServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'consulta-test-'));
  await chmod(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, durable: false, maxConnections: 300 });
  return {
    adminUrl: server.url('postgres'),
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A server that is not ours is left as it was found. */
function useServer(adminUrl: string) {
  return {
    adminUrl,
    async stop(prefix: string) {
      await onServer(adminUrl, async (client) => {
        const { rows } = await client.query<{ datname: string }>(
          `select datname from pg_database where datname = $1 or starts_with(datname, $1 || '_')`,
          [prefix],
        );
        for (const { datname } of rows) {
          await client.query(`alter database ${datname} with is_template false`);
          await client.query(`drop database ${datname} with (force)`);
        }
      });
    },
  };
}
