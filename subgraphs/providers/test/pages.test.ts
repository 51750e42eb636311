import { anonymous } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { directoryOf, type Entry, type Listed, nodesOf } from './directory.ts';

type Directory = ReturnType<typeof directoryOf>;
type Page = Readonly<{ first?: number; after?: string | null; last?: number; before?: string | null }>;

let providers: TestSubgraph;
let directory: Directory;
let clinic: Entry;
let other: Entry;

beforeAll(async () => {
  providers = await startSubgraph(createProviders);
  directory = directoryOf(providers.pool);
  clinic = await directory.clinic({ name: 'Norte' });
  other = await directory.clinic({ name: 'Sur' });
  // Some share both names and the instant of their entry: only the id tells them apart.
  for (let index = 0; index < 25; index += 1) {
    await directory.doctor(
      { family_name: `Name ${String.fromCodePoint(65 + Math.floor(index / 3))}`, created_at: new Date(index % 5) },
      { clinics: [clinic] },
    );
  }
});
afterAll(() => providers.stop());

const selection =
  'totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const page = '$first: Int, $after: String, $last: Int, $before: String, $orderBy: DoctorOrder!';
const passed = 'first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy';

type List = (args: Page, orderBy: string) => Promise<Listed<{ id: string }>>;

const ofAll: List = async (args, orderBy) => {
  const query = `query (${page}) { doctors(${passed}) { ${selection} } }`;
  type Answer = { doctors: Listed<{ id: string }> };
  const { data, errors } = await providers.execute<Answer>(anonymous, query, { ...args, orderBy });
  expect(errors).toEqual([]);
  return data.doctors;
};

const ofClinic: List = async (args, orderBy) => {
  const query = `query (${page}, $clinic: ID!) { clinic(id: $clinic) { doctors(${passed}) { ${selection} } } }`;
  type Answer = { clinic: { doctors: Listed<{ id: string }> } };
  const { data, errors } = await providers.execute<Answer>(anonymous, query, { ...args, orderBy, clinic: clinic.id });
  expect(errors).toEqual([]);
  return data.clinic.doctors;
};

describe.each([
  ['doctors', ofAll],
  ['Clinic.doctors', ofClinic],
])('%s', (_, list) => {
  describe.each(['NAME_ASC', 'NAME_DESC', 'CREATED_AT_ASC', 'CREATED_AT_DESC'])('by %s', (orderBy) => {
    test('pages forwards and backwards meet every doctor once, in the same order', async () => {
      const whole = nodesOf(await list({ first: 100 }, orderBy)).map(({ id }) => id);
      expect(new Set(whole).size).toBe(25);

      const forwards: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const found: Listed<{ id: string }> = await list({ first: 4, after }, orderBy);
        expect(found.pageInfo.hasPreviousPage).toBe(after !== null);
        forwards.push(...nodesOf(found).map(({ id }) => id));
        after = found.pageInfo.endCursor;
        more = found.pageInfo.hasNextPage;
      }
      expect(forwards).toEqual(whole);

      const backwards: string[] = [];
      for (let before: string | null = null, more = true; more; ) {
        const found: Listed<{ id: string }> = await list({ last: 4, before }, orderBy);
        expect(found.pageInfo.hasNextPage).toBe(before !== null);
        backwards.unshift(...nodesOf(found).map(({ id }) => id));
        before = found.pageInfo.startCursor;
        more = found.pageInfo.hasPreviousPage;
      }
      expect(backwards).toEqual(whole);
    });
  });

  test('the order backwards is the reverse', async () => {
    const ascending = nodesOf(await list({ first: 100 }, 'NAME_ASC'));
    expect(nodesOf(await list({ first: 100 }, 'NAME_DESC'))).toEqual(ascending.toReversed());
  });

  test('a page between two cursors holds what lies between', async () => {
    const { edges } = await list({ first: 100 }, 'NAME_ASC');
    const between = await list(
      { first: 100, after: edges[2]?.cursor ?? '', before: edges[6]?.cursor ?? '' },
      'NAME_ASC',
    );
    expect(between.edges).toEqual(edges.slice(3, 6));
  });

  test('without a size a page holds 20; an empty one is a page too', async () => {
    expect((await list({}, 'NAME_ASC')).edges).toHaveLength(20);
    const empty = await list({ first: 0 }, 'NAME_ASC');
    expect(empty).toMatchObject({ totalCount: 25, edges: [], pageInfo: { hasNextPage: true, endCursor: null } });
  });
});

test('entries that come meanwhile move no page that follows', async () => {
  const first = await ofClinic({ first: 5 }, 'NAME_ASC');
  const rest = await ofClinic({ first: 100, after: first.pageInfo.endCursor }, 'NAME_ASC');

  await directory.doctor({ family_name: 'AAA before all' }, { clinics: [clinic] });
  const after = await ofClinic({ first: 100, after: first.pageInfo.endCursor }, 'NAME_ASC');

  expect(after.edges).toEqual(rest.edges);
  expect((await ofClinic({ first: 1 }, 'NAME_ASC')).totalCount).toBe(26);
});

test('one statement serves the pages of many parents, each with its own', async () => {
  const query = '{ clinics { edges { node { name doctors(first: 3) { totalCount edges { node { id } } } } } } }';
  type Answer = { clinics: Listed<{ name: string; doctors: Listed<{ id: string }> }> };
  const { data, statements } = await providers.execute<Answer>(anonymous, query);
  const shown = nodesOf(data.clinics).map(({ name, doctors }) => [name, doctors.edges.length, doctors.totalCount > 0]);
  expect(shown).toEqual([
    ['Norte', 3, true],
    ['Sur', 0, false],
  ]);
  expect(statements).toHaveLength(3);
  expect(other.id).not.toBe(clinic.id);
});

describe('a page that can never be right is refused with its argument', () => {
  const cases: [string, string][] = [
    ['first: -1', 'first'],
    ['first: 101', 'first'],
    ['first: 1000000', 'first'],
    ['last: -1', 'last'],
    ['last: 101', 'last'],
    ['first: 1, last: 1', 'last'],
    ['after: ""', 'after'],
    ['after: "nonsense"', 'after'],
    ['before: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"', 'before'],
  ];
  test.each(cases)('doctors(%s)', async (args, argument) => {
    const { errors, statements } = await providers.execute(anonymous, `{ doctors(${args}) { edges { cursor } } }`);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(statements).toEqual([]);
  });

  test.each(cases)('Clinic.doctors(%s)', async (args, argument) => {
    const query = `query ($id: ID!) { clinic(id: $id) { doctors(${args}) { edges { cursor } } } }`;
    const { errors } = await providers.execute(anonymous, query, { id: clinic.id });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  test('a cursor of another order or another list', async () => {
    const { pageInfo } = await ofAll({ first: 1 }, 'CREATED_AT_ASC');
    const after = { after: pageInfo.endCursor };
    for (const field of ['doctors', 'clinics']) {
      const query = `query ($after: String) { ${field}(after: $after) { edges { cursor } } }`;
      const { errors } = await providers.execute(anonymous, query, after);
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    }
  });
});
