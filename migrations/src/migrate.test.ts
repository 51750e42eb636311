import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onServer } from '@consulta/test/kit/admin';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrateAll, schemas } from './migrate.ts';

const databases: string[] = [];
const folder = join(import.meta.dirname, '..');
let everyMigration: string[];

beforeAll(async () => {
  const perSchema = schemas.map(async (schema) => {
    const files = await readdir(join(folder, schema));
    return files.map((file) => `${schema}/${file}`);
  });
  everyMigration = (await Promise.all(perSchema)).flat().sort();
});

afterAll(async () => {
  await onServer(inject('adminUrl'), async (client) => {
    for (const name of databases) await client.query(`drop database if exists ${name} with (force)`);
  });
});

function urlOf(database: string): string {
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${database}`;
  return url.href;
}

async function unmigratedDatabase(): Promise<string> {
  const name = `unmigrated_${randomBytes(6).toString('hex')}`;
  await onServer(inject('adminUrl'), (client) => client.query(`create database ${name}`));
  databases.push(name);
  return urlOf(name);
}

async function appliedMigrations(connectionString: string): Promise<string[]> {
  return await onServer(connectionString, async (client) => {
    const applied: string[] = [];
    for (const schema of schemas) {
      const { rows } = await client.query<{ name: string }>(`select name from ${schema}.migration`);
      applied.push(...rows.map(({ name }) => `${schema}/${name}.ts`));
    }
    return applied.sort();
  });
}

test('processes that migrate at the same time apply each migration once', async () => {
  const database = await unmigratedDatabase();
  const steps: string[] = [];

  await Promise.all(
    Array.from({ length: 4 }, () =>
      migrateAll(database, (schema, migration) => steps.push(`${schema}/${migration}.ts`)),
    ),
  );

  expect(steps.sort()).toEqual(everyMigration);
  expect(await appliedMigrations(database)).toEqual(everyMigration);
});

test('migrating a migrated database changes nothing', async () => {
  const database = await unmigratedDatabase();
  await migrateAll(database);
  const steps: string[] = [];

  await migrateAll(database, (_schema, migration) => steps.push(migration));

  expect(steps).toEqual([]);
});

test('a process killed in the middle of a schema leaves nothing that stops the next', async () => {
  const database = await unmigratedDatabase();
  const url = new URL('migrate.ts', import.meta.url).href;
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { migrateAll } = await import(${JSON.stringify(url)});
       await migrateAll(${JSON.stringify(database)}, (_schema, migration) => {
         if (migration.endsWith('appointment-event')) process.kill(process.pid, 'SIGKILL');
       });`,
    ],
    { stdio: 'inherit' },
  );
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');

  await Promise.all([migrateAll(database), migrateAll(database)]);

  expect(await appliedMigrations(database)).toEqual(everyMigration);
});

test('a database that refuses is reported with the error of PostgreSQL', async () => {
  const database = urlOf('there_is_no_such_database');

  await expect(migrateAll(database)).rejects.toMatchObject({ code: '3D000' });
});
