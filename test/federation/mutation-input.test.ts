import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLInputType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Query, startTestStack, type TestStack } from '../kit/stack.ts';
import { contentsOf } from './contents.ts';
import { leavesOf, requiredFields, sampleOf, valueWith } from './inputs.ts';
import { expectRefusal } from './refusal.ts';
import { marker, wrongValues } from './wrong-values.ts';

const api = readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'api.graphql'), 'utf8');
const mutations = Object.values(buildSchema(api).getMutationType()?.getFields() ?? {});

let stack: TestStack;
let as: Record<'admin' | 'doctor' | 'patient', Query>;
beforeAll(async () => {
  stack = await startTestStack();
  const [admin, doctor, patient] = await Promise.all([
    stack.signIn('admin@demo.local'),
    stack.signIn('doctor@demo.local'),
    stack.signIn('patient@demo.local'),
  ]);
  as = { admin, doctor, patient };
});
afterAll(() => stack.stop());

/** Most are an administrator's to send. */
const senders: Readonly<Record<string, 'doctor' | 'patient'>> = {
  createMedicalRecord: 'doctor',
  amendMedicalRecord: 'doctor',
  updateNotificationPreferences: 'patient',
  sendMessage: 'patient',
  markMessagesRead: 'patient',
};

function inputOf(mutation: (typeof mutations)[number]): GraphQLInputType {
  const input = mutation.args.find(({ name }) => name === 'input');
  if (input === undefined) throw new Error(`${mutation.name} takes no input`);
  return input.type;
}

test.each(mutations)('$name refuses each wrong value at its path and writes nothing', async (mutation) => {
  const type = inputOf(mutation);
  const query = `mutation Refused($given: ${type}) { ${mutation.name}(input: $given) { userErrors { code } } }`;
  const send = (input: unknown) => as[senders[mutation.name] ?? 'admin'](query, { given: input });
  const before = await contentsOf(stack.database);

  for (const leaf of leavesOf('input', type)) {
    for (const { what, value } of wrongValues(leaf.name, leaf.type)) {
      const answer = await send(valueWith('input', type, leaf.path.slice(1), value));
      expectRefusal(answer, leaf.path.join('.'), `${what} at ${leaf.path.join('.')}`);
    }
  }
  for (const field of requiredFields(type)) {
    const { [field]: _left, ...rest } = sampleOf('input', type) as Record<string, unknown>;
    expectRefusal(await send(rest), `input.${field}`, `${field} left out`);
    expectRefusal(await send({ ...rest, [field]: null }), `input.${field}`, `${field} null`);
  }
  expectRefusal(await send(null), 'input', 'no input');
  expectRefusal(await send({ [`${marker}\0`]: 1 }), 'input', 'a key with NUL');

  expect(await contentsOf(stack.database)).toEqual(before);
});
