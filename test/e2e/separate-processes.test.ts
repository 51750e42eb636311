import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@consulta/cli/free-port';
import { generateSecrets } from '@consulta/cli/secrets';
import { seed } from '@consulta/cli/seed/seed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environment } from '../kit/config.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

const root = join(import.meta.dirname, '..', '..');
const subgraphs = ['patients', 'providers', 'appointments', 'records'] as const;
const mains = {
  ...Object.fromEntries(subgraphs.map((name) => [name, `subgraphs/${name}/src/main.ts`])),
  relay: 'workers/src/relay/main.ts',
  gateway: 'gateway/src/main.ts',
};

let database: TestDatabase;
const processes = new Map<string, ChildProcess>();
let gateway: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await seed(database.connectionString, { scale: 'demo', demoPasswords: true });
  const ports = new Map(await Promise.all(Object.keys(mains).map(async (role) => [role, await freePort()] as const)));
  const urls = subgraphs.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports.get(name)}/graphql`]);
  const { internalSecret, tokenKey } = generateSecrets();
  for (const [role, main] of Object.entries(mains)) {
    const env = {
      PATH: environment.path,
      ...Object.fromEntries(urls),
      DATABASE_URL: database.connectionString,
      INTERNAL_SECRET: internalSecret,
      TOKEN_KEY: JSON.stringify(tokenKey),
      PORT: String(ports.get(role)),
      POOL_MAX: '4',
      POOL_MIN: '0',
      PROCESSES: String(Object.keys(mains).length),
      LOG_LEVEL: 'warn',
    };
    processes.set(role, spawn(process.execPath, [main], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }));
  }
  for (const port of ports.values()) await ready(`http://127.0.0.1:${port}/ready`);
  gateway = `http://127.0.0.1:${ports.get('gateway')}`;
}, 120_000);
afterAll(async () => {
  for (const child of processes.values()) child.kill('SIGKILL');
  await database.drop();
});

async function ready(url: string): Promise<void> {
  for (;;) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await sleep(100);
  }
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(`${gateway}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return response.json();
}

test('every role as a process of its own: the graph answers across them, with the viewer signed into each hop', async () => {
  const credentials = { email: 'patient@demo.local', password: 'demo-consulta' };
  const { access_token: token } = (await post('/auth/login', credentials)) as { access_token: string };
  const query = `{ viewer { role patient { name appointments(first: 2) {
    edges { node { status doctor { name } clinic { name } patient { name } medicalRecord { title } } }
  } } } }`;
  const answer = await post('/graphql', { query }, { authorization: `Bearer ${token}` });
  expect(answer).not.toHaveProperty('errors');
  expect(answer).toMatchObject({
    data: {
      viewer: {
        role: 'PATIENT',
        patient: { appointments: { edges: [{ node: { doctor: { name: expect.any(String) } } }, expect.anything()] } },
      },
    },
  });
});

test('SIGTERM drains each and ends it with 0', async () => {
  for (const [role, child] of [...processes].reverse()) {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect([role, ...(await exit)]).toEqual([role, 0, null]);
  }
});

test('what is missing from the environment is told in one message, without a stack trace', async () => {
  const env = { PATH: environment.path, PORT: 'none' };
  const child = spawn(process.execPath, [mains.gateway], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(output).toContain('PORT');
  expect(output).toContain('DATABASE_URL');
  expect(output).toContain('INTERNAL_SECRET');
  expect(output).not.toContain('    at ');
});
