import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createPatients } from '../src/server.ts';
import { foreign, type Person, people } from './people.ts';

const admin = viewerOf('ADMIN');
const clinic = foreign('Clinic');

let patients: TestSubgraph;
let everyone: Person[];

beforeAll(async () => {
  patients = await startSubgraph(createPatients);
  const { patient, register, contact } = people(patients.pool);
  everyone = [];
  for (let index = 0; index < 25; index += 1) {
    const number = String(index).padStart(2, '0');
    everyone.push(
      await patient({
        family_name: index % 5 === 0 ? 'Same' : `Family ${number}`,
        given_name: index % 10 === 0 ? 'Same' : `Given ${number}`,
        birth_date: index < 3 ? '1990-02-28' : '1970-01-01',
        email: `Person${number}@Example.org`,
        status: index === 7 ? 'inactive' : 'active',
        created_at: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(index / 2))),
      }),
    );
  }
  await register(clinic.uuid, ...everyone.slice(0, 4));
  const [first, second] = everyone as [Person, Person];
  for (const name of ['Rosa', 'Juan', 'Eva']) await contact(first, name);
  await contact(second, 'Max');
});
afterAll(() => patients.stop());

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function page(variables: Readonly<Record<string, unknown>>): Promise<Page> {
  const query = `
    query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: PatientOrder! = NAME_ASC) {
      patients(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
        edges { cursor node { id } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`;
  const { data, errors } = await patients.execute<{ patients: Page }>(admin, query, variables);
  expect(errors).toEqual([]);
  return data.patients;
}

async function walk(orderBy: string, backwards: boolean): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const next: Page = await page(
      backwards ? { last: 4, before: cursor, orderBy } : { first: 4, after: cursor, orderBy },
    );
    const found = next.edges.map(({ node }) => node.id);
    if (backwards) ids.unshift(...found);
    else ids.push(...found);
    if (!(backwards ? next.pageInfo.hasPreviousPage : next.pageInfo.hasNextPage)) return ids;
    cursor = backwards ? next.pageInfo.startCursor : next.pageInfo.endCursor;
  }
}

test.each(['NAME_ASC', 'NAME_DESC', 'CREATED_AT_ASC', 'CREATED_AT_DESC'])(
  'pages by %s hold everyone once, in the same order forwards and backwards',
  async (orderBy) => {
    const forwards = await walk(orderBy, false);

    expect(new Set(forwards)).toEqual(new Set(everyone.map(({ id }) => id)));
    expect(forwards).toHaveLength(everyone.length);
    expect(await walk(orderBy, true)).toEqual(forwards);
  },
);

test('descending is ascending from the end', async () => {
  expect(await walk('NAME_DESC', false)).toEqual((await walk('NAME_ASC', false)).reverse());
  expect(await walk('CREATED_AT_DESC', false)).toEqual((await walk('CREATED_AT_ASC', false)).reverse());
});

test('somebody registered meanwhile shifts no page', async () => {
  const before = await walk('NAME_ASC', false);
  const first = await page({ first: 5 });
  const { patient, db } = people(patients.pool);
  const intruder = await patient({ family_name: 'Aaa' });

  const second = await page({ first: 5, after: first.pageInfo.endCursor });

  await db.deleteFrom('patient').where('id', '=', intruder.uuid).execute();
  expect(second.edges.map(({ node }) => node.id)).toEqual(before.slice(5, 10));
});

test.each([
  ['namePrefix', 'fAMILY 1', 8],
  ['namePrefix', 'given 0', 9],
  ['namePrefix', 'same', 5],
  ['namePrefix', '%', 0],
  ['birthDate', '1990-02-28', 3],
  ['email', 'PERSON07@example.ORG', 1],
  ['status', 'INACTIVE', 1],
  ['clinic', clinic.id, 4],
])('the filter %s: %s finds %i', async (condition, value, count) => {
  const query = 'query ($filter: PatientFilter) { patients(filter: $filter) { totalCount edges { node { id } } } }';
  const { data } = await patients.execute<{ patients: { totalCount: number; edges: unknown[] } }>(admin, query, {
    filter: { [condition]: value },
  });

  expect(data.patients.totalCount).toBe(count);
  expect(data.patients.edges).toHaveLength(count);
});

test('conditions hold together', async () => {
  const query = 'query ($filter: PatientFilter) { patients(filter: $filter) { totalCount } }';
  const filter = { clinic: clinic.id, birthDate: '1990-02-28', namePrefix: 'family 02', status: 'ACTIVE' };

  const { data } = await patients.execute(admin, query, { filter });

  expect(data).toEqual({ patients: { totalCount: 1 } });
});

test.each([1, 20, 100])('contacts and preferences of %i patients take one statement each', async (first) => {
  const query = `
    query ($first: Int) {
      patients(first: $first) {
        edges { node { id contacts(first: 2) { totalCount edges { node { name } } } notificationPreferences { sms } } }
      }
    }`;
  const { data, statements } = await patients.execute<{
    patients: { edges: { node: { id: string; contacts: unknown } }[] };
  }>(admin, query, { first });

  expect(statements.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  expect(data.patients.edges).toHaveLength(Math.min(first, everyone.length));
  if (first === 100) {
    const contacts = new Map(data.patients.edges.map(({ node }) => [node.id, node.contacts]));
    expect(contacts.get((everyone[0] as Person).id)).toEqual({
      totalCount: 3,
      edges: [{ node: { name: 'Rosa' } }, { node: { name: 'Juan' } }],
    });
    expect(contacts.get((everyone[1] as Person).id)).toEqual({ totalCount: 1, edges: [{ node: { name: 'Max' } }] });
    expect(contacts.get((everyone[2] as Person).id)).toEqual({ totalCount: 0, edges: [] });
  }
});

test('contacts are paged backwards too', async () => {
  const query = `
    query ($id: ID!, $before: String) {
      patient(id: $id) {
        contacts(last: 2, before: $before) { edges { node { name } } pageInfo { startCursor hasPreviousPage } }
      }
    }`;
  const { id } = everyone[0] as Person;
  const ask = async (before?: string) => {
    const { data } = await patients.execute<{
      patient: {
        contacts: {
          edges: { node: { name: string } }[];
          pageInfo: { startCursor: string; hasPreviousPage: boolean };
        };
      };
    }>(admin, query, { id, before });
    return data.patient.contacts;
  };

  const last = await ask();
  const rest = await ask(last.pageInfo.startCursor);

  expect(last.edges.map(({ node }) => node.name)).toEqual(['Juan', 'Eva']);
  expect(last.pageInfo.hasPreviousPage).toBe(true);
  expect(rest.edges.map(({ node }) => node.name)).toEqual(['Rosa']);
  expect(rest.pageInfo.hasPreviousPage).toBe(false);
});

test('totalCount costs a statement only where it is selected', async () => {
  const { statements } = await patients.execute(admin, '{ patients { edges { node { id } } } }');

  expect(statements).toHaveLength(1);
  expect(statements[0]?.sql).not.toContain('birth_date');
});

test.each([
  [{ first: -1 }, 'first'],
  [{ first: 1_000_000 }, 'first'],
  [{ last: 101 }, 'last'],
  [{ first: 1, last: 1 }, 'last'],
  [{ after: 'no cursor' }, 'after'],
  [{ before: '' }, 'before'],
  [{ filter: { birthDate: '1990-02-30' } }, 'filter.birthDate'],
  [{ filter: { namePrefix: '' } }, 'filter.namePrefix'],
  [{ filter: { namePrefix: 'x'.repeat(101) } }, 'filter.namePrefix'],
  [{ filter: { clinic: 'clinic_1' } }, 'filter.clinic'],
  [{ filter: { clinic: foreign('Doctor').id } }, 'filter.clinic'],
])('%j is bad input at %s', async (variables, argument) => {
  const query = `
    query ($first: Int, $after: String, $last: Int, $before: String, $filter: PatientFilter) {
      patients(first: $first, after: $after, last: $last, before: $before, filter: $filter) { edges { node { id } } }
    }`;
  const { errors, statements } = await patients.execute(admin, query, variables);

  expect(errors).toHaveLength(1);
  expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  expect(String(errors[0]?.extensions['argument'])).toMatch(new RegExp(`${argument.replace('.', '\\.')}$`));
  expect(statements).toEqual([]);
});

test('a cursor of another order is bad input', async () => {
  const { pageInfo } = await page({ first: 1, orderBy: 'NAME_ASC' });
  const query = 'query ($after: String) { patients(after: $after, orderBy: NAME_DESC) { edges { node { id } } } }';

  const { errors } = await patients.execute(admin, query, { after: pageInfo.endCursor });

  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
});
