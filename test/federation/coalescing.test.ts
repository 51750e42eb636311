import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSamples } from '../explain/samples.ts';
import { onServer } from '../kit/admin.ts';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { getByHash, type Headers, register, signedIn } from './by-hash.ts';
import { type Reply, send } from './send.ts';

let stack: TestStack;
let id: string;
beforeAll(async () => {
  // Executions that wait for the database: what a cache answers never does.
  stack = await startTestStack({ cache: 'off' });
  id = (await onServer(stack.database.connectionString, findSamples)).Doctor ?? '';
});
afterAll(() => stack.stop());

const doctor = 'query Doctor($id: ID!) { doctor(id: $id) { name biography } }';

async function metric(line: string): Promise<number> {
  const { text } = await send(`${stack.url}/metrics`);
  return Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.slice(line.length) ?? 0,
  );
}
const joined = (): Promise<number> => metric('consulta_coalesced_requests_total');
async function executed(): Promise<number> {
  const outcomes = ['ok', 'error'].map((outcome) =>
    metric(`consulta_operation_seconds_count{subgraph="providers",outcome="${outcome}"}`),
  );
  return (await Promise.all(outcomes)).reduce((sum, count) => sum + count, 0);
}

/** Sends requests while nobody can read doctors, changes them when as many as expected wait for another, then lets go. */
async function whileAllWait(ask: () => Promise<Reply>[], waiting: number, change = 'select 1'): Promise<Reply[]> {
  const before = await joined();
  return await onServer(stack.database.connectionString, async (client) => {
    await client.query('begin; lock table providers.doctor in access exclusive mode');
    const replies = ask();
    while ((await joined()) < before + waiting) await setImmediate();
    await client.query(`${change}; commit`);
    return await Promise.all(replies);
  });
}

const visitors = (count: number, headers: Headers = {}) =>
  Array.from({ length: count }, () => getByHash(stack.url, doctor, { id }, headers));
const distinct = (values: readonly unknown[]): number => new Set(values).size;

test('300 visitors of one page at the same time cost one execution, and each has a request id', async () => {
  await register(stack.url, doctor, { id });
  const before = await executed();
  const replies = await whileAllWait(() => visitors(300), 299);
  expect((await executed()) - before).toBe(1);
  expect(distinct(replies.map(({ text }) => text))).toBe(1);
  expect(replies.every(({ status, text }) => status === 200 && text.includes('"name"'))).toBe(true);
  expect(distinct(replies.map(({ headers }) => headers.get('x-request-id')))).toBe(300);
});

test('one of them who has the answer already is told so', async () => {
  await register(stack.url, doctor, { id });
  const tag = (await getByHash(stack.url, doctor, { id })).headers.get('etag') ?? '';
  const replies = await whileAllWait(() => [...visitors(2), ...visitors(2, { 'if-none-match': tag })], 3);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 304, 304]);
});

test('who is signed in, takes another form, or may be a link on another site, is answered alone', async () => {
  await register(stack.url, doctor, { id });
  const staff = await signedIn(stack.url, 'staff');
  const before = await executed();
  const replies = await whileAllWait(
    () => [
      ...visitors(2),
      ...visitors(2, staff),
      ...visitors(2, { cookie: 'session=1' }),
      ...visitors(1, { accept: 'application/graphql-response+json' }),
      ...visitors(1, { 'apollo-require-preflight': '' }),
      register(stack.url, doctor, { id }),
    ],
    1,
  );
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200, 400, 200]);
  expect((await executed()) - before).toBe(7);
});

test('a failure of ours names each request by its own id', async () => {
  await register(stack.url, doctor, { id });
  const replies = await whileAllWait(
    () => visitors(5),
    4,
    'alter table providers.doctor rename column biography to biography_away',
  );
  await onServer(stack.database.connectionString, (client) =>
    client.query('alter table providers.doctor rename column biography_away to biography'),
  );
  for (const { text, headers } of replies) {
    const requestId = headers.get('x-request-id');
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }] });
    expect(stack.log.some((line) => line.includes(String(requestId)))).toBe(true);
  }
  expect(distinct(replies.map(({ text }) => text))).toBe(5);
});
