import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { expectError, json, post, send } from './send.ts';

// What would take long or break the stack is refused before any of it is planned: a test that waits for it times out.

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

const around = (open: string, middle: string, close: string, times: number): string =>
  open.repeat(times) + middle + close.repeat(times);

const chain = (length: number, fragment: (name: string, next: string) => string): string =>
  `query { clinics { edges { node { ...F0 } } } } ${Array.from({ length }, (_, index) =>
    fragment(`F${index}`, `F${index + 1}`),
  ).join(' ')} fragment F${length} on Clinic { id }`;

const circle = 'doctors { edges { node { clinics { edges { node { ';

test.each([
  ['sixty connections within one another', around(`clinics { edges { node { ${circle}`, 'id', '} } } } } } } } }', 20)],
  ['chained fragments', chain(100, (name, next) => `fragment ${name} on Clinic { ${circle} ...${next} } } } } } }`)],
  [
    'fragments that double',
    chain(40, (name, next) => `fragment ${name} on Clinic { a: ${circle} ...${next} } } } } } } ...${next} }`),
  ],
  ['fragments in a circle', 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ['one field many times', `{ ${'viewer { role } '.repeat(3_000)}`],
  ['four thousand aliases', `{ ${Array.from({ length: 4_000 }, (_, index) => `a${index}: __typename`).join(' ')} }`],
  ['ten thousand nested selections', around('{ viewer ', '', '}', 10_000)],
  ['ten thousand nested lists', `{ nodes(ids: ${around('[', '"x"', ']', 10_000)}) { id } }`],
  ['ten thousand nested types', `query ($ids: ${around('[', 'ID', ']', 10_000)}) { nodes(ids: $ids) { id } }`],
  ['five thousand directives', `{ viewer { role ${'@skip(if: false) '.repeat(5_000)} } }`],
])('%s are refused with 400', async (_what, query) => {
  const body = JSON.stringify({ query: query.startsWith('{') || query.startsWith('query') ? query : `{ ${query} }` });
  const reply = await send(`${stack.url}/graphql`, post(body));
  const { code } = (JSON.parse(reply.text) as { errors: [{ extensions: { code: string } }] }).errors[0].extensions;
  expect(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']).toContain(code);
  expectError(reply, 400, code);
});

test('a variable of ten thousand nested lists is refused with 400', async () => {
  const variables = around('[', '', ']', 10_000);
  const body = `{"query":"query ($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${variables}}}`;
  expectError(await send(`${stack.url}/graphql`, post(body)), 400, 'BAD_USER_INPUT');
});

test('what a page of an application asks for is not refused: five connections within one another', async () => {
  const level = (inner: string) =>
    `{ edges { node { clinics(first: 1) { edges { node { doctors(first: 1) ${inner} } } } } } }`;
  const query = `{ doctors(first: 1) ${level(level('{ edges { node { name } } }'))} }`;
  const reply = await send(`${stack.url}/graphql`, { method: 'POST', headers: json, body: JSON.stringify({ query }) });
  expect(JSON.parse(reply.text)).not.toHaveProperty('errors');
});
