import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { type CachePolicy, cachePolicyOf } from './cache-policy.ts';

const schema = buildSubgraphSchema(
  parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean)
      on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
    enum CacheControlScope { PUBLIC PRIVATE }

    type Query {
      silent: Int
      told: Int @cacheControl(maxAge: 40)
      book: Book
      bookForLess: Book @cacheControl(maxAge: 10)
      bookForMore: Book @cacheControl(maxAge: 90)
      bookOfMine: Book @cacheControl(scope: PRIVATE)
      books: [Book!]! @cacheControl(maxAge: 30)
      inherited: Book @cacheControl(inheritMaxAge: true)
      inheritedLoan: Loan @cacheControl(inheritMaxAge: true)
      work: Work @cacheControl(maxAge: 80)
      anything: Anything
      page: BookPage
    }
    type Mutation { lend: Int @cacheControl(maxAge: 60) }

    interface Work { title: String pages: Int reader: Reader loan: Loan }
    type Book implements Work @key(fields: "id") @cacheControl(maxAge: 60) {
      id: ID!
      title: String
      pages: Int
      price: Int @cacheControl(maxAge: 5)
      mark: String @cacheControl(maxAge: 0, scope: PRIVATE)
      note: String @cacheControl(scope: PRIVATE)
      reader: Reader
      loan: Loan @cacheControl(inheritMaxAge: true)
      sequel: Book
    }
    type Film implements Work @key(fields: "id") {
      id: ID!
      title: String
      pages: Int @cacheControl(maxAge: 7)
      reader: Reader
      loan: Loan @cacheControl(maxAge: 9)
    }
    type Reader { name: String }
    type Loan { until: String }
    union Anything @cacheControl(maxAge: 70) = Book | Film
    type BookPage @cacheControl(maxAge: 50) { edges: [BookEdge!]! info: PageInfo! }
    type BookEdge @cacheControl(inheritMaxAge: true) { node: Book cursor: String }
    type PageInfo { more: Boolean }
    extend type PageInfo @cacheControl(inheritMaxAge: true)
  `),
);

function policyOf(text: string, operationName?: string): CachePolicy {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return cachePolicyOf(schema, document, operationName);
}

const cacheable = (maxAge: number): CachePolicy => ({ maxAge, scope: 'PUBLIC' });

test.each([
  ['a root field that says nothing', '{ silent }', 0],
  ['a root field that says how long', '{ told }', 40],
  ['the least of several', '{ told book { title } }', 40],
  ['one silent root field among others', '{ told silent }', 0],
  ['a field by its type', '{ book { title } }', 60],
  ['a field by itself before its type, shorter', '{ bookForLess { title } }', 10],
  ['or longer', '{ bookForMore { title } }', 90],
  ['a list by what it lists', '{ books { title } }', 30],
  ['a value that says how long', '{ book { title price } }', 5],
  ['an object that says nothing', '{ book { reader { name } } }', 0],
  ['an object that is as its parent', '{ book { loan { until } } }', 60],
  ['a root field has no parent', '{ inheritedLoan { until } }', 0],
  ['its type’s age comes before the parent’s', '{ inherited { title } }', 60],
  ['types that are as their parents', '{ page { edges { cursor node { title } } info { more } } }', 50],
  ['a field called otherwise', '{ page { things: edges { book: node { cost: price } } } }', 5],
  ['nested objects', '{ bookForMore { sequel { sequel { title } } } }', 60],
])('%s', (_what, text, maxAge) => {
  expect(policyOf(text)).toEqual(cacheable(maxAge));
});

test.each([
  ['a field that depends on who asks', '{ book { title mark } }', 0],
  ['one that says only that', '{ book { note } }', 60],
  ['a field of the root that says so', '{ bookOfMine { title } }', 60],
  ['however deep', '{ page { edges { node { sequel { note } } } } }', 50],
])('%s makes all of the answer private', (_what, text, maxAge) => {
  expect(policyOf(text)).toEqual({ maxAge, scope: 'PRIVATE' });
});

test.each([
  ['{ __typename }', 0],
  ['{ __schema { queryType { name } } }', 0],
  ['{ __type(name: "Book") { name } }', 0],
  ['{ book { __typename } }', 60],
  ['{ __typename told __schema { queryType { name } } }', 40],
])('introspection says nothing of its own: %s', (text, maxAge) => {
  expect(policyOf(text)).toEqual(cacheable(maxAge));
});

test.each([
  ['a fragment', '{ book { ...Price } } fragment Price on Book { price }', 5],
  [
    'a fragment within a fragment',
    '{ ...All } fragment All on Query { book { ...P } } fragment P on Book { price }',
    5,
  ],
  ['an inline fragment', '{ book { ... { title price } } }', 5],
  ['one that a variable may leave out', 'query ($all: Boolean!) { book { title price @include(if: $all) } }', 5],
  ['a fragment that is not spread where it counts', '{ told } fragment Unused on Book { price }', 40],
])('what is selected by %s counts', (_what, text, maxAge) => {
  const document = parse(text);
  expect(cachePolicyOf(schema, document, undefined)).toEqual(cacheable(maxAge));
});

test.each([
  ['an interface is as every type that it may be', '{ work { title pages } }', 7],
  ['whatever it says itself', '{ work { title } }', 80],
  ['objects of each', '{ work { loan { until } } }', 9],
  ['a fragment on one type counts for that one', '{ work { ... on Book { price } } }', 5],
  ['a fragment on an interface for those that have it', '{ anything { ... on Work { pages } } }', 7],
  ['a union by what it says itself', '{ anything { ... on Book { title } } }', 70],
  ['an interface within a type is that type', '{ book { ... on Work { pages } } }', 60],
])('%s', (_what, text, maxAge) => {
  expect(policyOf(text)).toEqual(cacheable(maxAge));
});

const entities = (selection: string) => `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;

test.each([
  ['by the type that is named', '... on Book { title }', cacheable(60)],
  ['and its fields', '... on Book { title price }', cacheable(5)],
  ['a type that says nothing', '... on Film { title }', cacheable(0)],
  ['the least of several types', '... on Book { title } ... on Film { title }', cacheable(0)],
  ['by an interface, all that have it', '... on Work { title }', cacheable(0)],
  ['without a type', '__typename', cacheable(0)],
  ['beside a type', '__typename ... on Book { title }', cacheable(60)],
  ['with a private field', '... on Book { mark }', { maxAge: 0, scope: 'PRIVATE' }],
])('entities: %s', (_what, selection, policy) => {
  expect(policyOf(entities(selection))).toEqual(policy);
});

test('entities by a named fragment', () => {
  const text = `${entities('...Title')} fragment Title on Book { title }`;
  expect(policyOf(text)).toEqual(cacheable(60));
});

test('the policy is that of the operation that is named', () => {
  const text = 'query A { told } query B { book { price } }';
  expect(policyOf(text, 'A')).toEqual(cacheable(40));
  expect(policyOf(text, 'B')).toEqual(cacheable(5));
  expect(policyOf(text)).toEqual(cacheable(0));
});

test('a mutation is not to be kept, and neither is the schema', () => {
  expect(policyOf('mutation { lend }')).toEqual(cacheable(0));
  expect(policyOf('{ _service { sdl } }')).toEqual(cacheable(0));
});

test('fragments that spread each other many times over take no longer than their text', () => {
  const chain = Array.from({ length: 60 }, (_, n) => `fragment F${n} on Book { ...F${n + 1} ...F${n + 1} }`).join(' ');
  const document = parse(`{ book { ...F0 } } ${chain} fragment F60 on Book { price }`);
  expect(cachePolicyOf(schema, document, undefined)).toEqual(cacheable(5));
});
