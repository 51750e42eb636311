import { randomUUID } from 'node:crypto';
import { type NodeType, toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSamples } from '../explain/samples.ts';
import { onServer } from '../kit/admin.ts';
import { type Query, startTestStack, type TestStack } from '../kit/stack.ts';
import { expectRefusal } from './refusal.ts';

/** Every type that implements Node. */
const types = [
  'Patient',
  'Doctor',
  'Clinic',
  'Specialization',
  'HealthcareService',
  'Schedule',
  'AvailabilityRule',
  'AvailabilityException',
  'Appointment',
  'AppointmentSeries',
  'MedicalRecord',
] as const satisfies NodeType[];

let stack: TestStack;
let admin: Query;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  stack = await startTestStack({ cache: 'off' });
  admin = await stack.signIn('admin@demo.local');
  ids = { ...(await onServer(stack.database.connectionString, findSamples)) };
});
afterAll(() => stack.stop());

const one = 'query One($id: ID!) { node(id: $id) { __typename id } }';
const many = 'query Many($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

test('these are all the types of nodes that the schema knows', async () => {
  const { data } = await admin<{ __type: { possibleTypes: { name: string }[] } }>(
    '{ __type(name: "Node") { possibleTypes { name } } }',
  );
  expect(data?.__type.possibleTypes.map(({ name }) => name).sort()).toEqual([...types].sort());
});

test.each(types)('a %s is found again by its id alone', async (type) => {
  const { data, errors } = await admin(one, { id: ids[type] });
  expect({ data, errors }).toEqual({ data: { node: { __typename: type, id: ids[type] } } });
});

test.each(types)('a %s that is not there is null', async (type) => {
  const id = toGlobalId(type, randomUUID());
  const { data, errors } = await admin(one, { id });
  expect({ data, errors }).toEqual({ data: { node: null } });
});

test('nodes of all types come in the order of their ids, with doubles, and null for what is not there', async () => {
  const found = types.map((type) => ({ __typename: type, id: ids[type] }));
  const missing = types.map((type) => toGlobalId(type, randomUUID()));
  const asked = [...found.map(({ id }) => id), ...missing, ...found.map(({ id }) => id).reverse()];
  const { data, errors } = await admin(many, { ids: asked });
  expect({ data, errors }).toEqual({
    data: { nodes: [...found, ...missing.map(() => null), ...found.toReversed()] },
  });
});

test('no ids, no nodes', async () => {
  expect((await admin(many, { ids: [] })).data).toEqual({ nodes: [] });
});

test.each([
  ['nonsense'],
  ['patient_1'],
  ['patient_01h455vb4pex5vsknk084sn02'],
  ['PATIENT_01h455vb4pex5vsknk084sn02q'],
  ['nobody_01h455vb4pex5vsknk084sn02q'],
  ['01h455vb4pex5vsknk084sn02q'],
  [randomUUID()],
  [toGlobalId('Account', randomUUID())],
  [toGlobalId('PatientContact', randomUUID())],
  [toGlobalId('Attachment', randomUUID())],
])('%s is the id of no node', async (id) => {
  expectRefusal(await admin(one, { id }), 'id', id);
  const answer = await admin(many, { ids: [ids['Doctor'], ids['Patient'], id, ids['Clinic']] });
  expectRefusal(answer, 'ids.2', id);
  expect(JSON.stringify(answer)).not.toContain(id);
});

test('a hundred nodes are found at once, in as many statements as one, and one more is refused', async () => {
  const fields = 'query Many($ids: [ID!]!) { nodes(ids: $ids) { ... on Doctor { name } ... on Patient { name } } }';
  const asked = Array.from({ length: 100 }, (_, index) => ids[index % 2 === 0 ? 'Doctor' : 'Patient']);
  const hundred = await admin<{ nodes: unknown[] }>(fields, { ids: asked });
  expect(hundred.errors).toBeUndefined();
  expect(hundred.data?.nodes).toHaveLength(100);
  const two = await admin(fields, { ids: asked.slice(0, 2) });
  expect(hundred.extensions?.sql?.statements).toBe(two.extensions?.sql?.statements);
  expectRefusal(await admin(fields, { ids: [...asked, ids['Doctor']] }), 'ids', '101 ids');
});
