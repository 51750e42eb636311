import { afterAll, beforeAll, expect, test } from 'vitest';
import { onServer } from '../kit/admin.ts';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { json, post, type Reply, send } from './send.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ cache: 'off' });
});
afterAll(() => stack.stop());

/** Runs work while a table is somewhere else: an error that no code foresees. */
async function without<Result>(table: string, work: () => Promise<Result>): Promise<Result> {
  const [schema, name] = table.split('.');
  const run = (sql: string) => onServer(stack.database.connectionString, (client) => client.query(sql));
  await run(`alter table ${table} rename to ${name}_away`);
  try {
    return await work();
  } finally {
    await run(`alter table ${schema}.${name}_away rename to ${name}`);
  }
}

interface Masked {
  readonly data?: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

function expectMasked({ headers, text }: Reply, requestId: string): Masked {
  const answer = JSON.parse(text) as Masked;
  expect(answer.errors.map(({ message, extensions }) => ({ message, extensions }))).toEqual([
    { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } },
  ]);
  expect(headers.get('x-request-id')).toBe(requestId);
  return answer;
}

function linesOf(requestId: string): Record<string, unknown>[] {
  return stack.log
    .filter((line) => line.includes(requestId))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('an unknown error of a subgraph is masked, and its request id finds the log line that tells all', async () => {
  const query = 'query Clinics { clinics(first: 1) { edges { node { name } } } viewer { role } }';
  const requestId = 'masked-subgraph-1';
  const reply = await without('providers.clinic', () =>
    send(`${stack.url}/graphql`, post(JSON.stringify({ query }), { ...json, 'x-request-id': requestId })),
  );
  expectMasked(reply, requestId);
  expect(linesOf(requestId)).toEqual([
    expect.objectContaining({
      level: 50,
      subgraph: 'providers',
      path: 'clinics',
      operation: expect.stringContaining('Clinics'),
      err: expect.objectContaining({ type: 'DatabaseError', code: '42P01' }),
    }),
  ]);
});

test('where only a nested field fails, the rest of the answer stands', async () => {
  const query = '{ doctors(first: 1) { edges { node { name schedule { timeZone } } } } }';
  const requestId = 'masked-nested-1';
  const reply = await without('appointments.schedule', () =>
    send(`${stack.url}/graphql`, post(JSON.stringify({ query }), { ...json, 'x-request-id': requestId })),
  );
  expect(reply.status).toBe(200);
  expect(expectMasked(reply, requestId).data).toEqual({
    doctors: { edges: [{ node: { name: expect.any(String), schedule: null } }] },
  });
});

test('an unknown error before the operation is masked too', async () => {
  const body = JSON.stringify({ email: 'admin@demo.local', password: 'demo-consulta' });
  const { access_token: token } = JSON.parse((await send(`${stack.url}/auth/login`, post(body))).text) as {
    access_token: string;
  };
  const requestId = 'masked-gateway-1';
  const headers = { ...json, authorization: `Bearer ${token}`, 'x-request-id': requestId };
  const query = JSON.stringify({ query: '{ viewer { role } }' });
  const reply = await without('identity.account', () => send(`${stack.url}/graphql`, post(query, headers)));
  expect(reply.status).toBe(500);
  expectMasked(reply, requestId);
  expect(linesOf(requestId)).toEqual([expect.objectContaining({ err: expect.objectContaining({ code: '42P01' }) })]);
});

test('so is one of signing in, without a trace of who it was in the log', async () => {
  const requestId = 'masked-sign-in-1';
  const body = JSON.stringify({ email: 'somebody@example.org', password: 'a secret of theirs' });
  const reply = await without('identity.account', () =>
    send(`${stack.url}/auth/login`, post(body, { ...json, 'x-request-id': requestId })),
  );
  expect(reply.status).toBe(500);
  expectMasked(reply, requestId);
  expect(linesOf(requestId)).toHaveLength(1);
  expect(stack.log.join('\n')).not.toMatch(/somebody@example|a secret of theirs/);
});
