import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createHopSigner, viewerHeader } from '@consulta/platform/hop/signature';
import { anonymous } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';

const secret = 'the secret of a process of its own, in a test';

let database: TestDatabase;
let child: ChildProcess;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  child = spawn(process.execPath, [join(import.meta.dirname, '..', 'src', 'main.ts')], {
    env: { DATABASE_URL: database.connectionString, INTERNAL_SECRET: secret, PORT: '0', POOL_MIN: '0', POOL_MAX: '2' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  url = await listening(child);
});
afterAll(async () => {
  child.kill('SIGKILL');
  await database.drop();
});

async function listening({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the process has no output');
  for await (const line of createInterface(stdout)) {
    const entry: { msg?: unknown; url?: unknown } = JSON.parse(line);
    if (entry.msg === 'listening') return String(entry.url);
  }
  throw new Error('the process ended before it listened');
}

const body = JSON.stringify({ query: '{ doctors { totalCount } }' });
const ask = (signature?: string) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(signature !== undefined && { [viewerHeader]: signature }) },
    body,
  });

test('as a process of its own it is ready, and answers whom the gateway vouches for', async () => {
  expect((await fetch(`${url}/ready`)).status).toBe(200);

  const hop = { viewer: anonymous, requestId: 'alone-test', deadline: Date.now() + 10_000 };
  const answer = await ask(createHopSigner(secret).sign(hop, body));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ data: { doctors: { totalCount: 0 } } });

  expect((await ask()).status).toBe(401);
  expect((await ask(createHopSigner('another secret that is long enough to be one').sign(hop, body))).status).toBe(401);
});

test('told to end, it ends in order', async () => {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
});
