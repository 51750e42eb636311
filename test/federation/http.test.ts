import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { expectError, json, post, type Reply, send } from './send.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

const toGraph = (init: RequestInit): Promise<Reply> => send(`${stack.url}/graphql`, init);
const operation = JSON.stringify({ query: '{ viewer { role } }' });

test.each([
  ['no body', ''],
  ['broken JSON', '{"query":'],
  ['null', 'null'],
  ['text', '"{ viewer { role } }"'],
  ['a batch', `[${operation}]`],
  ['an empty batch', '[]'],
  ['an empty object', '{}'],
  ['no query', '{"variables":{}}'],
  ['an empty query', '{"query":""}'],
  ['a query that is no text', '{"query":1}'],
  ['variables as text', '{"query":"{ viewer { role } }","variables":"{}"}'],
  ['variables as a list', '{"query":"{ viewer { role } }","variables":[1]}'],
  ['a name that is no text', '{"query":"{ viewer { role } }","operationName":1}'],
  ['a prototype', '{"query":"{ viewer { role } }","__proto__":{}}'],
])('a body that is %s is refused with 400', async (_what, body) => {
  expectError(await toGraph(post(body)), 400, 'BAD_USER_INPUT');
});

test('a body of 200 KB is refused with 413', async () => {
  const body = JSON.stringify({ query: '{ viewer { role } }', variables: { spare: 'x'.repeat(200 * 1024) } });
  expectError(await toGraph(post(body)), 413, 'BAD_USER_INPUT');
});

test.each([
  ['text/plain', operation],
  ['application/x-www-form-urlencoded', 'query=%7Bviewer%7Brole%7D%7D'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{a}\r\n--x--'],
  ['application/graphql', '{ viewer { role } }'],
  ['application/json; charset=utf-7', operation],
  ['application/json; charset="iso-8859-1"', operation],
])('%s is refused with 415, as a form on another site might send it', async (type, body) => {
  expectError(await toGraph(post(body, { 'content-type': type })), 415, 'BAD_USER_INPUT');
});

test.each(['application/json; charset=utf-8', 'application/json;charset="UTF-8"'])('%s is read', async (type) => {
  expect((await toGraph(post(operation, { 'content-type': type }))).status).toBe(200);
});

const preflighted = { 'x-apollo-operation-name': 'any' };

test('GET answers queries of a client that can set a header, and of no form or link', async () => {
  const url = `${stack.url}/graphql?query=${encodeURIComponent('{ clinics { totalCount } }')}`;
  expect((await send(url, { headers: preflighted })).status).toBe(200);
  expectError(await send(url), 400, 'BAD_USER_INPUT');
});

test('GET changes nothing: a mutation is refused with 405', async () => {
  const query = 'mutation Change($input: CreateClinicInput!) { createClinic(input: $input) { userErrors { code } } }';
  const reply = await send(`${stack.url}/graphql?query=${encodeURIComponent(query)}`, { headers: preflighted });
  expectError(reply, 405, 'BAD_USER_INPUT');
  expect(reply.headers.get('allow')).toBe('POST');
});

test.each([
  ['an unknown operationName', { query: 'query A { viewer { role } }', operationName: 'B' }],
  ['no operationName among two', { query: 'query A { viewer { role } } query B { viewer { role } }' }],
  ['a document without an operation', { query: 'fragment F on Viewer { role }', operationName: 'F' }],
])('%s is refused with 400', async (_what, body) => {
  const reply = await toGraph(post(JSON.stringify(body)));
  expect(reply.status).toBe(400);
  expect(reply.text).not.toContain('INTERNAL');
});

test.each([
  ['/nowhere', 404],
  ['/graphql/more', 404],
  ['/auth/login', 404],
  ['/%zz', 400],
])('GET %s is answered with %i in the form of GraphQL', async (path, status) => {
  expectError(await send(`${stack.url}${path}`), status, 'BAD_USER_INPUT');
});

test('an answer that the client would not take is refused with 406', async () => {
  expectError(await toGraph(post(operation, { ...json, accept: 'text/html' })), 406, 'BAD_USER_INPUT');
});

test.each(['/graphql', '/nowhere', '/live', '/auth/login'])('%s echoes a request id of a safe form', async (path) => {
  const { headers } = await send(`${stack.url}${path}`, post('{}', { ...json, 'x-request-id': 'caller-0.1_A' }));
  expect(headers.get('x-request-id')).toBe('caller-0.1_A');
});

test.each(['short', 'x'.repeat(65), 'with spaces', '<script>alert(1)</script>', 'línea-nueva-1', 'a;b=c,d"e"'])(
  'the request id %s is replaced',
  async (id) => {
    // As bytes of Latin-1, which is what a header is.
    const replaced = await new Promise<string | undefined>((resolve, reject) => {
      const call = request(`${stack.url}/live`, { headers: { 'x-request-id': id } }, (response) => {
        response.resume();
        resolve(response.headers['x-request-id']?.toString());
      });
      call.on('error', reject).end();
    });
    expect(replaced).toMatch(/^[0-9a-f-]{36}$/);
  },
);
