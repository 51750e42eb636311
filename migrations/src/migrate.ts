import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { oneConnection } from './one-connection.ts';
import { ensurePartitions } from './partitions.ts';

/** One PostgreSQL schema a subgraph, and one for the gateway's accounts; each with migrations of its own. */
export const schemas = ['identity', 'patients', 'providers', 'appointments', 'records'] as const;
export type Schema = (typeof schemas)[number];

/** Told of each migration as it starts; never of those applied before. */
export type OnStep = (schema: Schema, migration: string) => void;

// Any constant will do, as long as every version of this program uses the same.
const advisoryLock = '7236498120934871';

/**
 * Brings every schema to the newest version and makes the coming months' partitions. Processes that start together take turns under one advisory lock: the
 * first migrates, the others find nothing to do. A process that dies gives up the lock with its connection, and
 * PostgreSQL rolls back the schema it was working on.
 *
 * @throws the error of the migration that failed; schemas before it stay migrated
 */
export async function migrateAll(connectionString: string, onStep?: OnStep): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'consulta-migrate', keepAlive: true });
  // A connection that breaks also fails the statement under way, which is where it is reported.
  client.on('error', () => undefined);
  await client.connect();
  try {
    // An index on a large table takes as long as it takes, and so does waiting for another process's turn.
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    const db = oneConnection(client);
    for (const schema of schemas) await migrateSchema(db, schema, onStep);
    await ensurePartitions(db);
  } finally {
    await client.end();
  }
}

async function migrateSchema(db: Kysely<unknown>, schema: Schema, onStep: OnStep | undefined): Promise<void> {
  const migrations = await readMigrations(schema, onStep);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: schema,
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function readMigrations(schema: Schema, onStep: OnStep | undefined): Promise<Record<string, Migration>> {
  const folder = join(import.meta.dirname, '..', schema);
  const files = (await readdir(folder)).filter((file) => /^\d{14}-[a-z0-9-]+\.ts$/.test(file)).sort();
  const migrations: Record<string, Migration> = {};
  for (const file of files) {
    const { up }: Pick<Migration, 'up'> = await import(pathToFileURL(join(folder, file)).href);
    const name = file.slice(0, -'.ts'.length);
    migrations[name] = {
      up: async (db) => {
        onStep?.(schema, name);
        await up(db);
      },
    };
  }
  return migrations;
}
