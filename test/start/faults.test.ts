import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { freePort } from '@consulta/cli/free-port';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { type LaunchOptions, launchStart, newDataDir } from './launch.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await newDataDir();
});

afterEach(() => rm(dirname(dataDir), { recursive: true, force: true }));

/** The one line of a start that is expected to fail. */
async function faultOf(options: Omit<LaunchOptions, 'dataDir'> = {}): Promise<string> {
  const { ended } = await launchStart({ dataDir, ...options });
  const { code, errors } = await ended;
  expect(code).toBe(1);
  expect(errors).toHaveLength(1);
  return errors[0] ?? '';
}

test('a busy port is one clear line', async () => {
  const port = await freePort();
  const busy = createServer().listen(port, '127.0.0.1');
  try {
    expect(await faultOf({ port })).toContain(`port ${port} is in use`);
  } finally {
    busy.close();
  }
});

describe('a wrong DATABASE_URL is one clear line', () => {
  test('where nothing listens', async () => {
    const url = `postgres://someone:secret@127.0.0.1:${await freePort()}/consulta`;
    expect(await faultOf({ env: { DATABASE_URL: url } })).toContain('nothing listens on 127.0.0.1:');
  });

  test('where the password is wrong, which is not shown', async () => {
    const url = new URL(inject('adminUrl'));
    url.password = 'not-the-password';
    const fault = await faultOf({ env: { DATABASE_URL: url.href } });
    expect(fault).toContain('wrong user or password');
    expect(fault).not.toContain('not-the-password');
  });

  test('where there is no such database', async () => {
    const url = new URL(inject('adminUrl'));
    url.pathname = '/not_there';
    expect(await faultOf({ env: { DATABASE_URL: url.href } })).toContain('has no database "not_there"');
  });
});

test('what is wrong in the environment is told together, a line each', async () => {
  const { ended } = await launchStart({ dataDir, env: { DATABASE_URL: 'not a url', PORT: 'ninety' } });
  const { code, errors } = await ended;
  expect(code).toBe(1);
  expect(errors.join('\n')).toMatch(/PORT: .*\n.*DATABASE_URL: /);
  expect(errors).toHaveLength(3);
});

test('an older Node is one clear line', async () => {
  const pretend = 'Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.11.0"}})';
  const through = [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(pretend)}`];
  expect(await faultOf({ through })).toContain('this is Node 20.11.0');
});

test('a data folder of another PostgreSQL is one clear line, and stays as it was', async () => {
  await mkdir(join(dataDir, 'postgres', 'global'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'global', 'pg_control'), '');
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
  expect(await faultOf()).toContain('belongs to PostgreSQL 17');
  expect(await readdir(join(dataDir, 'postgres'))).toEqual(['PG_VERSION', 'global']);
});

test('a data folder that cannot be made is one clear line', async () => {
  await writeFile(dataDir, 'a file');
  expect(await faultOf()).toContain('cannot make the folder');
});

test('a data folder that was only half made is set aside, and the start goes on', async () => {
  await mkdir(join(dataDir, 'postgres', 'base'), { recursive: true });
  await mkdir(join(dataDir, 'postgres.unfinished', 'base'), { recursive: true });
  const { child, ready, ended } = await launchStart({ dataDir });
  await ready;
  child.kill('SIGTERM');
  const { code, output } = await ended;
  expect(code).toBe(0);
  expect(output).toContain('only half made');
  expect(output).toContain('interrupted while it made the data folder');
  expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres.'))).toEqual([
    expect.stringMatching(/^postgres\.incomplete-\d{14}$/),
    'postgres.log',
  ]);
});
