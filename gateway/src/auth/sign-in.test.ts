import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onServer } from '../../../test/kit/admin.ts';
import { startTestStack, type TestStack } from '../../../test/kit/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

interface SignedIn {
  readonly status: number;
  readonly cacheControl: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

async function signIn(body: string, type = 'application/json'): Promise<SignedIn> {
  const request = { method: 'POST', headers: { 'content-type': type }, body };
  const response = await fetch(`${stack.url}/auth/login`, request);
  const answer = (await response.json()) as Record<string, unknown>;
  return { status: response.status, cacheControl: response.headers.get('cache-control'), body: answer };
}

const withPassword = (email: string, password: string): Promise<SignedIn> =>
  signIn(JSON.stringify({ email, password }));

test('e-mail and password are exchanged for a token of 15 minutes that no cache keeps', async () => {
  const { status, cacheControl, body } = await withPassword('patient@demo.local', 'demo-consulta');
  expect({ status, cacheControl }).toEqual({ status: 200, cacheControl: 'no-store' });
  expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 900 });
});

test('an e-mail address is the same in capitals', async () => {
  expect((await withPassword('Patient@Demo.LOCAL', 'demo-consulta')).status).toBe(200);
});

const refusal = {
  status: 401,
  cacheControl: 'private, no-store',
  body: { error: 'invalid_grant', error_description: 'E-mail or password is wrong.' },
};

test('wrong password, unknown e-mail, disabled account and account without a password get the same answer', async () => {
  const withoutPassword = await onServer(stack.database.connectionString, async (client) => {
    await client.query(`update identity.account set status = 'disabled' where email = 'staff@demo.local'`);
    const { rows } = await client.query('select email from identity.account where password_hash is null limit 1');
    return (rows[0] as { email: string }).email;
  });
  expect(await withPassword('patient@demo.local', 'demo-consultb')).toEqual(refusal);
  expect(await withPassword('nobody@demo.local', 'demo-consulta')).toEqual(refusal);
  expect(await withPassword('staff@demo.local', 'demo-consulta')).toEqual(refusal);
  expect(await withPassword(withoutPassword, 'demo-consulta')).toEqual(refusal);
});

test.each([
  ['an empty object', '{}'],
  ['a list', '[]'],
  ['null', 'null'],
  ['no password', '{"email":"patient@demo.local"}'],
  ['an empty password', '{"email":"patient@demo.local","password":""}'],
  ['a password that is no text', '{"email":"patient@demo.local","password":{"$ne":1}}'],
  ['an e-mail with NUL', '{"email":"patient\\u0000@demo.local","password":"demo-consulta"}'],
  ['a password with a lone surrogate', '{"email":"patient@demo.local","password":"\\ud800"}'],
  ['a password of 1,000 characters', JSON.stringify({ email: 'patient@demo.local', password: 'x'.repeat(1000) })],
])('%s is a malformed request', async (_what, body) => {
  const { status, body: answer } = await signIn(body);
  expect({ status, error: answer['error'] }).toEqual({ status: 400, error: 'invalid_request' });
});

test('broken JSON and the body of a form are refused', async () => {
  expect((await signIn('{"email":')).status).toBe(400);
  expect((await signIn('email=a&password=b', 'application/x-www-form-urlencoded')).status).toBe(415);
  expect((await signIn('{}', 'text/plain')).status).toBe(415);
});

test('one statement alone selects password hashes', () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const written = globSync('{platform,gateway,subgraphs/*,workers}/src/**/*.ts', { cwd: root });
  const sources = written.filter((path) => !/\.test\.ts$|\/generated\//.test(path));
  // A column is read by its name as text; to write it is to name a property.
  const selects = sources.flatMap((path) => {
    const found = readFileSync(join(root, path), 'utf8').match(/'password_hash'/g) ?? [];
    return found.map(() => path);
  });
  expect(selects).toEqual(['gateway/src/auth/queries.ts']);
});

test('what a request looks up of its account is not the password', async () => {
  const admin = await stack.signIn('admin@demo.local');
  const { extensions } = await admin('{ viewer { role } }');
  const looked = extensions?.sql?.texts.filter(({ subgraph }) => subgraph === 'gateway') ?? [];
  expect(looked.map(({ sql }) => sql)).toEqual([expect.stringContaining('"account"')]);
  expect(JSON.stringify(extensions)).not.toContain('password');
});
