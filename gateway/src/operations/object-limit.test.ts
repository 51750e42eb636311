import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { objectsOf } from './object-limit.ts';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Doctor implements Node { id: ID! clinics(first: Int, last: Int): Clinics schedule: Schedule }
  type Clinic implements Node { id: ID! doctors(first: Int, last: Int): Doctors }
  type Schedule { id: ID! doctor: Doctor }
  type Doctors { edges: [DoctorEdge] totalCount: Int }
  type DoctorEdge { node: Doctor }
  type Clinics { edges: [ClinicEdge] }
  type ClinicEdge { node: Clinic }
  type Query { nodes(ids: [ID!]!): [Node] doctors(first: Int, last: Int): Doctors doctor: Doctor }
`);

function objects(source: string, variables: Record<string, unknown> = {}): number {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (operation == null) throw new Error('no operation');
  return objectsOf(schema, document, operation, variables);
}

const rows = (list: string, inner = 'id') => `${list} { edges { node { ${inner} } } }`;

test('a page counts its rows: those asked for, 20 where nobody says, 100 at most', () => {
  expect(objects(`{ ${rows('doctors(first: 5)')} }`)).toBe(15);
  expect(objects(`{ ${rows('doctors(last: 7)')} }`)).toBe(21);
  expect(objects(`{ ${rows('doctors')} }`)).toBe(60);
  expect(objects(`{ ${rows('doctors(first: 1000000)')} }`)).toBe(300);
  expect(objects(`{ ${rows('doctors(first: -1)')} }`)).toBe(60);
});

test('pages within pages multiply', () => {
  expect(objects(`{ ${rows('doctors(first: 10)', rows('clinics(first: 10)'))} }`)).toBe(10 * (3 + 30));
});

test('sizes in variables count, and their defaults', () => {
  const source = `query ($n: Int = 4) { ${rows('doctors(first: $n)')} }`;
  expect(objects(source)).toBe(12);
  expect(objects(source, { n: 9 })).toBe(27);
  expect(objects(source, { n: null })).toBe(60);
});

test('what several ids ask for counts for each', () => {
  const selection = `{ id ... on Clinic { ${rows('doctors(first: 2)')} } }`;
  expect(objects(`{ nodes(ids: ["a", "b", "c"]) ${selection} }`)).toBe(3 * (1 + 6));
  expect(objects(`query ($ids: [ID!]!) { nodes(ids: $ids) ${selection} }`, { ids: ['a', 'b'] })).toBe(2 * (1 + 6));
});

test('aliases add up and, in chained fragments, multiply', () => {
  expect(objects(`{ a: ${rows('doctors(first: 1)')} b: ${rows('doctors(first: 1)')} }`)).toBe(6);
  const chain = Array.from({ length: 20 }, (_, index) => {
    const next = index === 19 ? 'id' : `...F${index + 1}`;
    return `fragment F${index} on Doctor { a: schedule { doctor { ${next} } } b: schedule { doctor { ${next} } } }`;
  });
  expect(objects(`{ doctor { ...F0 } } ${chain.join(' ')}`)).toBeGreaterThan(2 ** 20);
});
