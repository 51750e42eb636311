import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withClient } from '@consulta/cli/postgres/client';
import { readPassword } from '@consulta/cli/postgres/data-folder';
import { type Postmaster, readPostmaster } from '@consulta/cli/postgres/postmaster-file';
import { embeddedUrl } from '@consulta/cli/postgres/server';
import { ended as processEnded } from '@consulta/cli/process/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchOptions, launchStart, newDataDir } from './launch.ts';

// One data folder through the life of an installation: each test goes on where the one before it ended.
let dataDir: string;

beforeAll(async () => {
  dataDir = await newDataDir();
});

afterAll(() => rm(dirname(dataDir), { recursive: true, force: true }));

async function started(options: Omit<LaunchOptions, 'dataDir'> = {}) {
  const launched = await launchStart({ dataDir, ...options });
  await launched.ready;
  const postmaster = readPostmaster(join(dataDir, 'postgres'));
  if (postmaster === undefined) throw new Error('it is ready without a PostgreSQL');
  return { ...launched, postmaster };
}

async function query(postmaster: Postmaster, sql: string) {
  const url = embeddedUrl(await readPassword(join(dataDir, 'postgres')), postmaster.port, 'consulta');
  return await withClient(url, (client) => client.query(sql));
}

test('the first start serves, and Ctrl-C leaves no process', async () => {
  const { child, url, ended, postmaster } = await started();
  expect((await fetch(url)).status).toBeLessThan(600);
  await query(postmaster, 'create table kept ()');

  child.kill('SIGINT');

  expect((await ended).code).toBe(0);
  expect(await processEnded(postmaster.pid, 0)).toBe(true);
});

test('a second start keeps the data; one at the same time is refused in one line', async () => {
  const { child, ended, postmaster } = await started();
  await query(postmaster, 'select from kept');

  const other = await (await launchStart({ dataDir })).ended;
  expect(other.code).toBe(1);
  expect(other.errors).toEqual([expect.stringContaining(`is in use by "consulta start" (process ${child.pid})`)]);

  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('killed with -9, it takes PostgreSQL along, and the next start goes on', async () => {
  const { child, postmaster, ended } = await started();
  child.kill('SIGKILL');
  await ended;
  expect(await processEnded(postmaster.pid, 20_000)).toBe(true);

  const next = await started();
  await query(next.postmaster, 'select from kept');
  next.child.kill('SIGTERM');
  expect((await next.ended).code).toBe(0);
});

test('it ends when the npx that started it is killed without passing the signal on', async () => {
  const { child, postmaster } = await started({
    through: [process.execPath, join(import.meta.dirname, 'package-manager.js')],
  });
  child.kill('SIGTERM');
  expect(await processEnded(postmaster.pid, 20_000)).toBe(true);
});
