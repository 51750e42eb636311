import { anonymous } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { directoryOf, type Entry } from './directory.ts';

let providers: TestSubgraph;
const doctors: Entry[] = [];

beforeAll(async () => {
  providers = await startSubgraph(createProviders);
  const directory = directoryOf(providers.pool);
  const specializations = [await directory.specialization(), await directory.specialization()];
  for (let index = 0; index < 100; index += 1) {
    const clinic = await directory.clinic();
    const [some, others] = specializations;
    if (some === undefined || others === undefined) throw new Error('no specializations');
    await directory.service(clinic, some);
    await directory.service(clinic, others);
    doctors.push(await directory.doctor({}, { clinics: [clinic], specializations: [some] }));
  }
});
afterAll(() => providers.stop());

const places = `
  clinics { edges { node { name } } }
  specializations { edges { node { name } } }
  services { totalCount edges { node { name clinic { name } specialization { name } } } }
`;

const shapes: [name: string, statements: number, query: string][] = [
  [
    // The list, its clinics, specializations, services and their count, then clinics and specializations of services.
    'doctors with clinics, specializations and services',
    7,
    `query ($first: Int) { doctors(first: $first) { edges { node { name ${places} } } } }`,
  ],
  [
    'clinics with doctors, services and specializations, counted',
    8,
    `query ($first: Int) {
      clinics(first: $first) {
        totalCount
        edges {
          node {
            doctors { totalCount edges { node { name } } }
            services { totalCount edges { node { name } } }
            specializations { totalCount edges { node { name } } }
          }
        }
      }
    }`,
  ],
  [
    'services with the doctors who give them',
    2,
    `query ($first: Int) {
      healthcareServices(first: $first) { edges { node { name clinic { id } doctors { edges { node { name } } } } } }
    }`,
  ],
];

describe('the number of statements depends on the query alone', () => {
  test.each(shapes)('%s: %i', async (_name, expected, query) => {
    for (const first of [1, 20, 100]) {
      const { errors, statements } = await providers.execute(anonymous, query, { first });
      expect(errors).toEqual([]);
      expect(statements.map(({ field, count }) => `${field} ×${count}`)).toHaveLength(expected);
      expect(statements.every(({ count }) => count === 1)).toBe(true);
    }
  });

  test.each([1, 20, 100])('%i doctors as entities: 3', async (size) => {
    const query = `query ($r: [_Any!]!) {
      _entities(representations: $r) { ... on Doctor { name clinics { edges { node { name doctors { totalCount } } } } } }
    }`;
    const r = doctors.slice(0, size).map(({ id }) => ({ __typename: 'Doctor', id }));
    const { errors, statements } = await providers.execute(anonymous, query, { r });
    expect(errors).toEqual([]);
    expect(statements.map(({ count }) => count)).toEqual([1, 1, 1]);
  });
});

test('two fields that differ only in what they select share their statement', async () => {
  const { errors, statements } = await providers.execute(
    anonymous,
    '{ doctors(first: 5) { edges { node { a: clinics { edges { node { name } } } b: clinics { edges { node { city } } } } } } }',
  );
  expect(errors).toEqual([]);
  expect(statements).toHaveLength(2);
  expect(statements[1]?.sql).toMatch(/"city", "id", "name"/);
});

test('only selected columns are read, and a count only where it is selected', async () => {
  const { statements } = await providers.execute(anonymous, '{ doctors { edges { node { title } } } }');
  expect(statements).toHaveLength(1);
  expect(statements[0]?.sql).toMatch(/^select "family_name", "given_name", "id", "title" from/);
});

test('where only the count is selected only the count is read, of a list and of lists below it', async () => {
  const list = await providers.execute(anonymous, '{ doctors { totalCount } }');
  expect(list.data).toEqual({ doctors: { totalCount: 100 } });
  expect(list.statements.map(({ sql }) => sql)).toEqual([expect.stringMatching(/^select count\(\*\)/)]);

  const below = await providers.execute(
    anonymous,
    '{ clinics(first: 20) { edges { node { doctors { totalCount } } } } }',
  );
  expect(below.statements).toHaveLength(2);
  const page = await providers.execute(anonymous, '{ doctors { totalCount pageInfo { hasNextPage } } }');
  expect(page.data).toEqual({ doctors: { totalCount: 100, pageInfo: { hasNextPage: true } } });
});
