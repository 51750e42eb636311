import { randomUUID } from 'node:crypto';
import { type NodeType, toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { foreignTypes } from '../src/node/reference.ts';
import { createPatients } from '../src/server.ts';
import { type Person, people } from './people.ts';

const admin = viewerOf('ADMIN');

let patients: TestSubgraph;
let ana: Person;
let luis: Person;

beforeAll(async () => {
  patients = await startSubgraph(createPatients);
  const { patient } = people(patients.pool);
  ana = await patient({ given_name: 'Ana' });
  luis = await patient({ given_name: 'Luis' });
});
afterAll(() => patients.stop());

const idOf = (type: NodeType) => toGlobalId(type, randomUUID());

test.each(foreignTypes)('a %s is handed to its owner by nodeId', async (type) => {
  const id = idOf(type);

  const query = `query ($id: ID!) { node(id: $id) { __typename ... on ${type} { nodeId } } }`;
  const { data, statements } = await patients.execute(admin, query, { id });

  expect(data).toEqual({ node: { __typename: type, nodeId: id } });
  expect(statements).toEqual([]);
});

test('nodes keep the order of their ids, doubles and gaps included, in one statement', async () => {
  const doctor = idOf('Doctor');
  const ids = [luis.id, doctor, idOf('Patient'), ana.id, luis.id, doctor];

  const query = `
    query ($ids: [ID!]!) {
      nodes(ids: $ids) { __typename ... on Patient { id givenName } ... on Doctor { nodeId } }
    }`;
  const { data, statements } = await patients.execute(admin, query, { ids });

  expect(data).toEqual({
    nodes: [
      { __typename: 'Patient', id: luis.id, givenName: 'Luis' },
      { __typename: 'Doctor', nodeId: doctor },
      null,
      { __typename: 'Patient', id: ana.id, givenName: 'Ana' },
      { __typename: 'Patient', id: luis.id, givenName: 'Luis' },
      { __typename: 'Doctor', nodeId: doctor },
    ],
  });
  expect(statements.map(({ count }) => count)).toEqual([1]);
});

test('a node is projected through fragments on Node and on its own type', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { id ... on Patient { birthDate } ... on Node { __typename } } }';

  const { data, statements } = await patients.execute(admin, query, { id: ana.id });

  expect(data).toEqual({ node: { id: ana.id, birthDate: '1980-05-17', __typename: 'Patient' } });
  expect(statements[0]?.sql).toContain('"birth_date"');
  expect(statements[0]?.sql).not.toContain('"email"');
});

test.each([
  '',
  'patient',
  'patient_1',
  'Patient_01h455vb4pex5vsknk084sn02q',
  'nobody_01h455vb4pex5vsknk084sn02q',
  idOf('Account'),
])('%j is the id of no node', async (id) => {
  const one = await patients.execute(admin, 'query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(one.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id' });

  const ids = [ana.id, ana.id, ana.id, id];
  const many = await patients.execute(admin, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(many.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'ids.3' });
  expect(many.statements).toEqual([]);
});

test('a hundred ids are answered, one more is refused', async () => {
  const ask = (count: number) =>
    patients.execute(admin, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }', {
      ids: Array.from({ length: count }, () => ana.id),
    });

  expect((await ask(100)).errors).toEqual([]);
  expect((await ask(101)).errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'ids' });
});

test('an id of another type is bad input where a patient is asked for, and no entity', async () => {
  const id = idOf('Doctor');

  const field = await patients.execute(admin, 'query ($id: ID!) { patient(id: $id) { id } }', { id });
  expect(field.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id' });

  const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Patient { id } } }';
  const entities = await patients.execute(admin, query, {
    of: [
      { __typename: 'Patient', id },
      { __typename: 'Patient', id: 'nonsense' },
      { __typename: 'Patient', id: ana.id },
    ],
  });
  expect(entities.data).toEqual({ _entities: [null, null, { id: ana.id }] });
});
