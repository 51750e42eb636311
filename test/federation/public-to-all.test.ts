import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeType } from '@consulta/platform/identifiers/global-id';
import { buildSchema, type GraphQLField, getNamedType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSamples, type Samples } from '../explain/samples.ts';
import { onServer } from '../kit/admin.ts';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { getByHash, type Headers, register, signedIn } from './by-hash.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'api.graphql'), 'utf8'));

let stack: TestStack;
let ids: Samples;
let viewers: Readonly<Record<string, Headers>>;
beforeAll(async () => {
  stack = await startTestStack({ development: false });
  const doctor = await stack.signIn('doctor@demo.local');
  const { data } = await doctor<{ viewer: { doctor: { id: string } } }>('{ viewer { doctor { id } } }');
  // Of all doctors the one who sees most: themselves.
  const samples = await onServer(stack.database.connectionString, findSamples);
  ids = { ...samples, ...(data && { Doctor: data.viewer.doctor.id }) };
  viewers = {
    visitor: {},
    patient: await signedIn(stack.url, 'patient'),
    doctor: await signedIn(stack.url, 'doctor'),
    staff: await signedIn(stack.url, 'staff'),
    admin: await signedIn(stack.url, 'admin'),
  };
});
afterAll(() => stack.stop());

type Field = GraphQLField<unknown, unknown>;

/** A field and, of a list, what lies in it; undefined where the field needs an argument or is an object of its own. */
function selectionOf({ name, type, args }: Field): string | undefined {
  if (args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)) return undefined;
  const result = getNamedType(type);
  if (isLeafType(result)) return name;
  return result.name.endsWith('Connection') ? `${name}(first: 3) { totalCount edges { node { id } } }` : undefined;
}

const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
const byId = roots.filter(({ args }) => args.length === 1 && args[0]?.name === 'id');
const operations = [
  ...roots.map((root) => [`Query.${root.name}`, undefined, selectionOf(root)] as const),
  ...byId.flatMap((root) => {
    const type = getNamedType(root.type);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return fields.map((field) => {
      const selection = selectionOf(field);
      const within = selection && `${root.name}(id: $id) { ${selection} }`;
      return [`${type.name}.${field.name}`, type.name as NodeType, within] as const;
    });
  }),
].flatMap(([path, type, selection]) => (selection === undefined ? [] : [{ path, type, selection }]));

/** Whether anyone may keep a field, by whoever asks, and the different answers they get. */
async function read({ type, selection }: (typeof operations)[number]) {
  const query = type === undefined ? `query Read { ${selection} }` : `query Read($id: ID!) { ${selection} }`;
  const variables = type === undefined ? {} : { id: ids[type] };
  await register(stack.url, query, variables);
  const replies = await Promise.all(
    Object.values(viewers).map((headers) => getByHash(stack.url, query, variables, headers)),
  );
  return {
    isPublic: replies.some(({ headers }) => headers.get('cache-control')?.startsWith('public')),
    answers: [...new Set(replies.map(({ text }) => text))],
  };
}

test('what anyone may keep is the same for everyone, field by field', { timeout: 120_000 }, async () => {
  const kept: string[] = [];
  const differing: string[] = [];
  for (const operation of operations) {
    const { isPublic, answers } = await read(operation);
    if (isPublic) kept.push(operation.path);
    if (isPublic && answers.length > 1) differing.push(operation.path);
  }
  expect(differing).toEqual([]);
  expect(kept).toEqual(expect.arrayContaining(['Query.doctors', 'Doctor.name', 'Doctor.clinics', 'Clinic.phone']));
  expect(kept.filter((path) => !/^(Doctor|Clinic|Specialization|HealthcareService|Query)\./.test(path))).toEqual([]);
  for (const hidden of ['Doctor.email', 'Doctor.phone', 'Query.patients']) expect(kept).not.toContain(hidden);
});

test('those who may see a doctor’s telephone do see it, so that the comparison means something', async () => {
  const { answers } = await read({ path: 'Doctor.phone', type: 'Doctor', selection: 'doctor(id: $id) { phone }' });
  expect(answers).toHaveLength(2);
});
