import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  createTestAccounts,
  metricOf,
  openTestRealtime,
  type TestGateway,
  type TestLog,
  type TestRealtime,
} from './fixture.ts';
import { openSocket, type RawSocket, watchThing } from './fixture-client.ts';

const accounts = createTestAccounts();
let realtime: TestRealtime;
let log: TestLog;
let gateway: TestGateway;
beforeAll(async () => {
  realtime = await openTestRealtime({
    accounts,
    allowedOrigins: ['https://clinic.example'],
    limits: { initialisationMillis: 200, operationsPerSocket: 3, connectionsPerAccount: 2 },
  });
  ({ log, gateway } = realtime);
});
afterAll(() => realtime.end());

const opened: RawSocket[] = [];
const open = async (options?: Parameters<typeof openSocket>[1]): Promise<RawSocket> => {
  const socket = await openSocket(gateway.socketUrl, options);
  opened.push(socket);
  return socket;
};
afterEach(async () => {
  for (const { ws } of opened.splice(0)) ws.terminate();
  await subscriptions(0);
});
/** Waits until so many are followed. */
const subscriptions = (count: number) =>
  expect.poll(() => metricOf(gateway, 'consulta_stream_subscriptions')).toBe(count);
const subscribe = (id: string, query: string, payload: Readonly<Record<string, unknown>> = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, ...payload },
});

test.each([
  ['no JSON', '{'],
  ['no message', '{"type":"nonsense"}'],
  ['an operation without a text', { id: '1', type: 'subscribe', payload: {} }],
  ['what only a server sends', { id: '1', type: 'next', payload: { data: {} } }],
])('4400: %s', async (_what, message) => {
  const socket = await open();
  socket.send(message);
  expect((await socket.closed).code).toBe(4400);
});

test('4401: an operation before the connection was acknowledged', async () => {
  const socket = await open();
  socket.send(subscribe('1', '{ role }'));
  expect(await socket.closed).toEqual({ code: 4401, reason: 'Unauthorized' });
});

test('4403: a token that is no good, or of an account that was shut out', async () => {
  for (const authorization of ['Bearer a.b.c', 'nonsense', await accounts.bearer(randomUUID())]) {
    const socket = await open();
    socket.send({ type: 'connection_init', payload: { authorization } });
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  }
});

test('4406: no protocol at all', async () => {
  const ws = new WebSocket(gateway.socketUrl);
  expect(await new Promise((resolve) => ws.on('close', resolve))).toBe(4406);
});

test('4408: who does not say who it is', async () => {
  const socket = await open();
  expect(await socket.closed).toEqual({ code: 4408, reason: 'Connection initialisation timeout' });
});

test('4409: two operations with one id', async () => {
  const socket = await open();
  await socket.init();
  const operation = subscribe('same', watchThing, { variables: { topic: 'thing:twice' } });
  socket.send(operation);
  socket.send(operation);
  expect(await socket.closed).toEqual({ code: 4409, reason: 'Subscriber for same already exists' });
});

test('4429: a second initialisation, an account with too many connections, a socket with too many operations', async () => {
  const twice = await open();
  await twice.init();
  twice.send({ type: 'connection_init' });
  expect(await twice.closed).toEqual({ code: 4429, reason: 'Too many initialisation requests' });

  const authorization = await accounts.bearer(accounts.newAccount());
  const held = [await open(), await open()];
  for (const socket of held) await socket.init({ authorization });
  const third = await open();
  third.send({ type: 'connection_init', payload: { authorization } });
  expect(await third.closed).toEqual({ code: 4429, reason: 'Too many connections of this account' });
  held[0]?.ws.close();
  await held[0]?.closed;
  const instead = await open();
  expect(await instead.init({ authorization })).toMatchObject({ type: 'connection_ack' });

  const busy = await open();
  await busy.init();
  for (const id of ['1', '2', '3', '4']) busy.send(subscribe(id, watchThing, { variables: { topic: `thing:${id}` } }));
  expect(await busy.closed).toEqual({ code: 4429, reason: 'Too many operations on one socket' });
});

test('a message that is too long closes the socket', async () => {
  const socket = await open();
  socket.send(subscribe('1', `{ role } #${'x'.repeat(200_000)}`));
  expect((await socket.closed).code).toBe(1009);
});

test('a document that does not parse or validate, or asks for too much, fails alone; the socket lives', async () => {
  const socket = await open();
  await socket.init();
  const codeOf = async (id: string) => {
    const { payload } = await socket.receive('error', id);
    return (payload as { extensions: { code: string } }[])[0]?.extensions.code;
  };
  socket.send(subscribe('parse', 'subscription {'));
  expect(await codeOf('parse')).toBe('GRAPHQL_PARSE_FAILED');
  socket.send(subscribe('tokens', `{ ${'role '.repeat(1_001)} }`));
  expect(await codeOf('tokens')).toBe('GRAPHQL_PARSE_FAILED');
  socket.send(subscribe('validate', 'subscription { thingUpdated(topic: "a") { nothing } }'));
  expect(await codeOf('validate')).toBe('GRAPHQL_VALIDATION_FAILED');
  socket.send(subscribe('depth', `{ ${'deep { '.repeat(41)} role ${'}'.repeat(41)} }`));
  expect(await codeOf('depth')).toBe('GRAPHQL_VALIDATION_FAILED');
  socket.send(subscribe('introspection', '{ __schema { types { name } } }'));
  expect(await codeOf('introspection')).toBe('GRAPHQL_VALIDATION_FAILED');
  socket.send(
    subscribe(
      'two fields',
      'subscription { a: thingUpdated(topic: "a") { cursor } b: thingUpdated(topic: "b") { cursor } }',
    ),
  );
  expect(await codeOf('two fields')).toBe('GRAPHQL_VALIDATION_FAILED');
  socket.send(subscribe('name', 'query A { role } query B { role }', { operationName: 'C' }));
  expect(await codeOf('name')).toBe('BAD_USER_INPUT');
  socket.send(subscribe('text', watchThing, { variables: { topic: 'nul \0' } }));
  expect(await codeOf('text')).toBe('BAD_USER_INPUT');
  socket.send(subscribe('denied', watchThing, { variables: { topic: 'hidden:1' } }));
  expect(await codeOf('denied')).toBe('FORBIDDEN');
  socket.send(subscribe('alive', '{ role }'));
  expect(await socket.receive('next', 'alive')).toMatchObject({ payload: { data: { role: 'ANONYMOUS' } } });
});

test('queries and mutations are answered as over HTTP, with the same masking', async () => {
  const socket = await open();
  await socket.init({ authorization: await accounts.bearer(accounts.newAccount()) });
  socket.send(subscribe('1', '{ role }'));
  expect(await socket.receive('next', '1')).toEqual({ id: '1', type: 'next', payload: { data: { role: 'ADMIN' } } });
  expect(await socket.receive('complete', '1')).toEqual({ id: '1', type: 'complete' });
  socket.send(subscribe('2', 'mutation { touch }'));
  expect(await socket.receive('next', '2')).toMatchObject({ payload: { data: { touch: expect.any(Number) } } });
  socket.send(subscribe('3', '{ secret }'));
  const masked = await socket.receive('next', '3');
  expect(masked).toMatchObject({
    payload: { data: { secret: null }, errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
  });
  expect(JSON.stringify(masked)).not.toContain('database');
});

test('a document goes by its hash once it was registered, from any connection', async () => {
  const sha256Hash = createHash('sha256').update(watchThing).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const topic = `thing:${randomUUID()}`;
  const socket = await open();
  await socket.init();
  socket.send(subscribe('unknown', '', { variables: { topic }, extensions }));
  expect(await socket.receive('error', 'unknown')).toMatchObject({ payload: [{ message: 'PersistedQueryNotFound' }] });
  socket.send(subscribe('registered', watchThing, { variables: { topic }, extensions }));
  await subscriptions(1);
  socket.send(subscribe('known', '', { variables: { topic }, extensions }));
  await subscriptions(2);
  const { position } = await log.append([topic]);
  expect(await socket.receive('next', 'known')).toMatchObject({
    payload: { data: { thingUpdated: { cursor: String(position) } } },
  });
});

test('an operation that was ended hears nothing more, and its id may be used again', async () => {
  const topic = `thing:${randomUUID()}`;
  const socket = await open();
  await socket.init();
  socket.send(subscribe('1', watchThing, { variables: { topic } }));
  await subscriptions(1);
  socket.send({ id: '1', type: 'complete' });
  await subscriptions(0);
  await log.append([topic]);
  socket.send(subscribe('1', '{ role }'));
  await socket.receive('complete', '1');
  expect(socket.messages.filter(({ type }) => type === 'next')).toEqual([
    { id: '1', type: 'next', payload: { data: { role: 'ANONYMOUS' } } },
  ]);
});

test('a ping is answered', async () => {
  const socket = await open();
  await socket.init();
  socket.send({ type: 'ping', payload: { anything: 1 } });
  expect(await socket.receive('pong')).toEqual({ type: 'pong' });
});

test.each([
  ['https://clinic.example', 101],
  ['https://elsewhere.example', 403],
  ['null', 403],
])('a page of %s gets %i', async (origin, status) => {
  const ws = new WebSocket(gateway.socketUrl, 'graphql-transport-ws', { headers: { origin } });
  const got = await new Promise((resolve) => {
    ws.on('open', () => resolve(101));
    ws.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
  });
  expect(got).toBe(status);
  ws.on('error', () => undefined);
  ws.terminate();
});

test('a page of the gateway itself may connect, and no other address is a WebSocket', async () => {
  const own = await open({ headers: { origin: gateway.url } });
  own.ws.close();
  await expect(openSocket(gateway.socketUrl.replace('/graphql', '/elsewhere'))).rejects.toThrow('404');
});
