import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environment } from '../../../test/kit/config.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { withClient } from '../postgres/client.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function account(args: string[], input = ''): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: environment.path, DATABASE_URL: database.connectionString };
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.js'), 'account', ...args], { env });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code: Number(code), ...output };
}

const accounts = () =>
  withClient(database.connectionString, async (client) => {
    const { rows } = await client.query<{ email: string; role: string; status: string; password_hash: string }>(
      'select email, role, status, password_hash from identity.account',
    );
    return rows;
  });

test('an administrator is created with a password from standard input, disabled, and enabled again', async () => {
  const create = ['create', 'ada@clinic.example', '--role', 'admin', '--name', 'Ada'];
  expect(await account(create, 'correct horse battery\n')).toMatchObject({ code: 0, stderr: '' });
  expect(await account(['disable', 'ADA@clinic.example'])).toMatchObject({ code: 0 });
  expect(await accounts()).toMatchObject([{ role: 'ADMIN', status: 'disabled' }]);
  expect(await account(['enable', 'ada@clinic.example'])).toMatchObject({ code: 0 });
  const [created] = await accounts();
  expect(created).toMatchObject({ email: 'ada@clinic.example', status: 'active' });
  expect(created?.password_hash).toMatch(/^\$argon2id\$/);
});

test.each([
  [
    'a second account with the same e-mail',
    ['create', 'ADA@clinic.example', '--role', 'admin', '--name', 'A'],
    'already',
  ],
  ['an unknown role', ['create', 'bob@clinic.example', '--role', 'king', '--name', 'Bob'], '--role'],
  ['a doctor without a doctor', ['create', 'bob@clinic.example', '--role', 'doctor', '--name', 'Bob'], '--doctor'],
  ['no e-mail', ['create', 'bob', '--role', 'admin', '--name', 'Bob'], 'e-mail'],
  ['an unknown account', ['disable', 'bob@clinic.example'], 'no account'],
  ['an unknown action', ['promote', 'bob@clinic.example'], 'create, disable or enable'],
])('%s is one clear line', async (_what, args, message) => {
  const { code, stderr } = await account(args, 'correct horse battery\n');
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(message)]);
});

test('a short password is refused', async () => {
  const { code, stderr } = await account(
    ['create', 'bob@clinic.example', '--role', 'admin', '--name', 'Bob'],
    'short\n',
  );
  expect([code, stderr]).toEqual([1, expect.stringContaining('at least 12')]);
});
