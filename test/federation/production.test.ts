import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { expectError, post, send } from './send.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ development: false });
});
afterAll(() => stack.stop());

const ask = (query: string, variables?: Record<string, unknown>) =>
  send(`${stack.url}/graphql`, post(JSON.stringify({ query, variables })));

test('the explorer is not served', async () => {
  expectError(await send(stack.url), 404, 'BAD_USER_INPUT');
});

test.each(['{ __schema { types { name } } }', '{ __type(name: "Patient") { fields { name } } }'])(
  'introspection is refused: %s',
  async (query) => {
    const reply = await ask(query);
    expectError(reply, 400, 'GRAPHQL_VALIDATION_FAILED');
    expect(reply.text).not.toContain('birthDate');
  },
);

test('__typename is no introspection', async () => {
  expect(JSON.parse((await ask('{ __typename }')).text)).toEqual({ data: { __typename: 'Query' } });
});

test('answers do not tell what was sent to PostgreSQL', async () => {
  const admin = await stack.signIn('admin@demo.local');
  const answer = await admin('{ patients(first: 1) { totalCount edges { node { name } } } }');
  expect(answer).toEqual({
    status: 200,
    data: { patients: { totalCount: 200, edges: [{ node: { name: expect.any(String) } }] } },
  });
});

test.each([
  ['a field', '{ clinicz { totalCount } }'],
  ['a nested field', '{ clinics { edges { node { nam } } } }'],
  ['an argument', '{ clinics(frist: 1) { totalCount } }'],
  ['a type', 'query ($filter: ClinicFiltr) { clinics(filter: $filter) { totalCount } }'],
  ['a field of an input', '{ clinics(filter: { citty: "x" }) { totalCount } }'],
  ['an enum value', '{ clinics(orderBy: NAME_ASCC) { totalCount } }'],
])('a mistake in %s is answered without a guess at what was meant', async (_what, query) => {
  const reply = await ask(query);
  expect(reply.status).toBe(400);
  expect(reply.text).not.toMatch(/did you mean/i);
});

test.each([
  ['a field of an input', { filter: { citty: 'x' } }],
  ['an enum value', { filter: { status: 'ACTIV' } }],
])('nor is a mistake in a variable: %s', async (_what, variables) => {
  const reply = await ask('query ($filter: ClinicFilter) { clinics(filter: $filter) { totalCount } }', variables);
  expectError(reply, 400, 'BAD_USER_INPUT');
  expect(reply.text).not.toMatch(/did you mean/i);
});
