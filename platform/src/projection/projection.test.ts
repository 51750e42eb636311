import { buildSchema, graphql } from 'graphql';
import { expect, test } from 'vitest';
import { type ColumnMap, type ProjectionInfo, selectedColumns } from './columns.ts';

const schema = buildSchema(`
  interface Named { name: String }
  type Doctor implements Named { id: ID name: String email: String clinic: Clinic }
  type Clinic implements Named { id: ID name: String city: String }
  type DoctorEdge { node: Doctor cursor: String }
  type PageInfo { hasNextPage: Boolean }
  type DoctorConnection { edges: [DoctorEdge] pageInfo: PageInfo totalCount: Int }
  type Query { doctor: Doctor doctors: DoctorConnection }
`);
const columns: ColumnMap<'id' | 'given_name' | 'family_name' | 'email' | 'clinic_id'> = {
  name: ['given_name', 'family_name'],
  email: ['email'],
  clinic: ['clinic_id'],
};

async function columnsOf(source: string, variableValues: Record<string, unknown> = {}, path: string[] = []) {
  let selected: readonly string[] = [];
  const read = (_args: unknown, _context: unknown, info: ProjectionInfo) => {
    selected = selectedColumns(info, 'Doctor', columns, ['id'], path);
    return null;
  };
  const result = await graphql({ schema, source, variableValues, rootValue: { doctor: read, doctors: read } });
  expect(result.errors).toBeUndefined();
  return selected;
}

test('only the columns behind the selected fields are needed, and the key', async () => {
  expect(await columnsOf('{ doctor { name } }')).toEqual(['family_name', 'given_name', 'id']);
  expect(await columnsOf('{ doctor { __typename } }')).toEqual(['id']);
});

test('fragments count where they apply to the type, also through an interface', async () => {
  const fragment = 'fragment Card on Named { name ... on Clinic { city } ... on Doctor { email } }';
  expect(await columnsOf(`{ doctor { ...Card } } ${fragment}`)).toEqual(['email', 'family_name', 'given_name', 'id']);
});

test('the same field selected twice under one key is one selection', async () => {
  expect(await columnsOf('{ doctor { email } doctor { clinic { city } } }')).toEqual(['clinic_id', 'email', 'id']);
});

test('@skip and @include are obeyed with their variables', async () => {
  const source = 'query ($yes: Boolean!) { doctor { email @include(if: $yes) name @skip(if: $yes) } }';
  expect(await columnsOf(source, { yes: true })).toEqual(['email', 'id']);
  expect(await columnsOf(source, { yes: false })).toEqual(['family_name', 'given_name', 'id']);
});

test('a connection is projected by what its nodes select', async () => {
  const source = '{ doctors { totalCount edges { cursor node { email } } } }';
  expect(await columnsOf(source, {}, ['edges', 'node'])).toEqual(['email', 'id']);
  expect(await columnsOf('{ doctors { edges { cursor } } }', {}, ['edges', 'node'])).toEqual(['id']);
  expect(await columnsOf('{ doctors { pageInfo { hasNextPage } } }', {}, ['edges', 'node'])).toEqual(['id']);
});

test('a connection of which only the count is selected needs no columns', async () => {
  expect(await columnsOf('{ doctors { totalCount } }', {}, ['edges', 'node'])).toEqual([]);
  const skipped = 'query ($yes: Boolean!) { doctors { totalCount edges @skip(if: $yes) { cursor } } }';
  expect(await columnsOf(skipped, { yes: true }, ['edges', 'node'])).toEqual([]);
  expect(await columnsOf(skipped, { yes: false }, ['edges', 'node'])).toEqual(['id']);
});
