import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-sse';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createTestAccounts,
  metricOf,
  openTestRealtime,
  type TestGateway,
  type TestLog,
  type TestRealtime,
} from './fixture.ts';
import { openSocket, watchThing } from './fixture-client.ts';

const accounts = createTestAccounts();
let realtime: TestRealtime;
let log: TestLog;
let gateway: TestGateway;
let topic: string;
beforeEach(async () => {
  topic = `thing:${randomUUID()}`;
  realtime = await openTestRealtime({ accounts, limits: { connectionsPerAccount: 2 } });
  ({ log, gateway } = realtime);
});
afterEach(() => realtime.end());

const subscriptions = (count: number) =>
  expect.poll(() => metricOf(gateway, 'consulta_stream_subscriptions')).toBe(count);
const streamUrl = () => `${gateway.url}/graphql/stream`;
const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(streamUrl(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(body),
  });

function clientOf(account: string | null) {
  return createClient({
    url: streamUrl(),
    retryAttempts: 0,
    headers: async (): Promise<Record<string, string>> =>
      account === null ? {} : { authorization: await accounts.bearer(account) },
  });
}

/** All that a client is told, until it is over. */
function listen(client: ReturnType<typeof clientOf>, query: string, variables: Record<string, unknown> = {}) {
  const results: unknown[] = [];
  const over = Promise.withResolvers<unknown>();
  const stop = client.subscribe(
    { query, variables },
    {
      next: (result) => void results.push(result),
      error: (error) => over.resolve(error),
      complete: () => over.resolve('complete'),
    },
  );
  return { results, over: over.promise, stop };
}

test('a subscription resumes after its cursor and goes live, sharing its answers with WebSockets', async () => {
  const account = accounts.newAccount();
  await log.append([topic]);
  await log.append([topic]);
  const socket = await openSocket(gateway.socketUrl);
  await socket.init({ authorization: await accounts.bearer(account) });
  socket.send({ id: '1', type: 'subscribe', payload: { query: watchThing, variables: { topic } } });
  await subscriptions(1);
  const { results, stop } = listen(clientOf(account), watchThing, { topic, after: '1' });
  await subscriptions(2);
  await log.append([topic]);

  const update = (position: number) => ({ data: { thingUpdated: { cursor: String(position) } } });
  await expect.poll(() => results).toEqual([update(2), update(3)]);
  expect(await socket.receive('next', '1')).toMatchObject({ payload: update(3) });
  expect(gateway.graph.hydrated).toBe(2);
  stop();
  await subscriptions(1);
});

test('queries, mutations and refusals are events of a stream that completes', async () => {
  const client = clientOf(null);
  const role = listen(client, '{ role }');
  expect(await role.over).toBe('complete');
  expect(role.results).toEqual([{ data: { role: 'ANONYMOUS' } }]);
  const denied = listen(client, watchThing, { topic: 'hidden:1' });
  expect(await denied.over).toBe('complete');
  expect(denied.results).toMatchObject([{ data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] }]);
  const wrong = listen(client, '{ nothing }');
  expect(await wrong.over).toBe('complete');
  expect(wrong.results).toMatchObject([{ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }]);
  const masked = listen(client, '{ secret }');
  await masked.over;
  expect(JSON.stringify(masked.results)).not.toContain('database');
});

test('a GET subscribes and reads, and changes nothing', async () => {
  const get = async (query: string) => {
    const search = new URLSearchParams({ query, variables: '{}' });
    const response = await fetch(`${streamUrl()}?${search}`, { headers: { accept: 'text/event-stream' } });
    return response.text();
  };
  expect(await get('{ role }')).toBe('event: next\ndata: {"data":{"role":"ANONYMOUS"}}\n\nevent: complete\ndata:\n\n');
  expect(await get('mutation { touch }')).toContain('BAD_USER_INPUT');
  expect(gateway.graph.mutations).toBe(0);
});

test.each([
  [400, 'what is no operation', { query: 1 }, {}],
  [401, 'a token that is no good', { query: '{ role }' }, { authorization: 'Bearer a.b.c' }],
  [403, 'a page from elsewhere', { query: '{ role }' }, { origin: 'https://elsewhere.example' }],
  [406, 'who wants something else', { query: '{ role }' }, { accept: 'application/json' }],
])('%i: %s', async (status, _what, body, headers) => {
  const response = await post(body, headers);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
});

test('429: an account with too many connections, of either kind', async () => {
  const account = accounts.newAccount();
  const authorization = await accounts.bearer(account);
  const socket = await openSocket(gateway.socketUrl);
  await socket.init({ authorization });
  const first = listen(clientOf(account), watchThing, { topic });
  await subscriptions(1);
  const refused = await post({ query: '{ role }' }, { authorization });
  expect(refused.status).toBe(429);
  first.stop();
  await subscriptions(0);
  await expect.poll(async () => (await post({ query: '{ role }' }, { authorization })).status).toBe(200);
});

test('a process that ends does not complete its streams, so that clients come back to another', async () => {
  const { over } = listen(clientOf(null), watchThing, { topic });
  await subscriptions(1);
  await gateway.close();
  expect(await over).not.toBe('complete');
});
