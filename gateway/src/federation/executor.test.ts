import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import { parse } from 'graphql';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BothExecutors, contextOf, loadBothExecutors } from './both-executors.fixture.ts';
import { type ClubGraph, createClubGraph } from './clubs.fixture.ts';

let clubs: ClubGraph;
let both: BothExecutors;
beforeAll(async () => {
  clubs = createClubGraph();
  both = await loadBothExecutors(clubs.supergraphSdl, clubs.sources);
});
afterEach(() => clubs.setAway(false));

type Variables = Readonly<Record<string, unknown>>;
type Case = readonly [what: string, query: string, variables?: Variables];

const corpus: readonly Case[] = [
  ['fields', '{ clubs { id name size } }'],
  ['aliases and their order', '{ b: clubs { n: name i: id name } a: count(of: [1, 2]) }'],
  ['__typename anywhere', '{ __typename t: __typename clubs { __typename k: __typename chair { __typename age } } }'],
  ['only __typename', '{ __typename }'],
  ['the same field twice', '{ clubs { chair { name } } clubs { name chair { age name } } }'],
  ['entities', '{ clubs { members { name age home { street rooms } } } }'],
  ['entities below entities', '{ clubs { chair { friends { nick favourite { name motto fee } } } } }'],
  ['what a field requires', '{ clubs { name fee(year: 3) motto } }'],
  [
    'arguments by variables',
    'query ($y: Int, $u: Boolean!) { clubs { fee(year: $y) chair { home { street(upper: $u) } } } }',
    { y: 4, u: true },
  ],
  ['a variable left out', 'query ($y: Int = 5, $z: Int) { clubs { a: fee(year: $y) b: fee(year: $z) } }'],
  ['a variable that is null', 'query ($y: Int = 5) { clubs { fee(year: $y) } }', { y: null }],
  ['a variable of the wrong type', 'query ($y: Int) { clubs { fee(year: $y) } }', { y: 'x' }],
  ['a missing variable', 'query ($id: ID!) { club(id: $id) { name } }'],
  [
    'names of prototypes',
    '{ __proto__: count(of: [1]) constructor: clubs { toString: name __proto__: id valueOf: fee } }',
  ],
  ['an entity called __proto__', '{ clubs { __proto__: chair { hasOwnProperty: age } } }'],
  [
    'fragments',
    '{ clubs { ...C } } fragment C on Club { name ...D chair { ...P } } fragment D on Club { id motto } fragment P on Person { age nick }',
  ],
  [
    'a union',
    '{ anything { __typename ... on Club { name motto } ... on Person { nick age } ... on Stone { weight } } }',
  ],
  ['a union of which nothing is wanted', '{ anything { ... on Stone { weight } } }'],
  ['an interface', '{ named { name ... on Club { motto } ... on Person { p: name age } } }'],
  ['an interface with __typename', '{ named { n: name t: __typename } }'],
  ['fields of one name and different types', '{ anything { ... on Club { label } ... on Stone { label } } }'],
  [
    'different types below an alias',
    '{ anything { ... on Club { x: size } ... on Person { x: nick } ... on Stone { x: weight } } }',
  ],
  ['a fragment on an interface', '{ anything { ... on Named { name ... on Person { nick } } } }'],
  ['lists of lists', '{ board { name age friends { nick } } loose { nick age } }'],
  ['null in lists', '{ clubs { guests { name age } } }'],
  ['what may not be null and is', '{ clubs { name members { must } } }'],
  ['what may not be null, deeper', '{ clubs { chair { must friends { must } } guests { must } } }'],
  ['an entity that does not exist', '{ clubs { founder { age } name } }'],
  ['an entity that may not be null', '{ clubs { founder { must } } }'],
  ['lists of lists with holes', '{ loose { must } board { must } }'],
  ['a hidden value of an enum', '{ moods strict }'],
  ['a hidden type', '{ secrets { name __typename } }'],
  ['a failing root field', '{ fails clubs { id } }'],
  ['a failing root field that may not be null', '{ firm { id } clubs { id } }'],
  ['an object that is not there', '{ club(id: "none") { name chair { age } } }'],
  ['a list that breaks its promise', '{ brokenPeople { name } clubs { id } }'],
  ['a mutation', 'mutation { a: open(name: "c1") { name motto chair { age } } b: open(name: "c2") { fee } }'],
  ['a mutation that fails', 'mutation { a: open(name: "") { name } b: open(name: "c2") { fee } }'],
  ['the schema', '{ __schema { queryType { name } types { name } } }'],
  [
    'a type and data',
    'query ($n: String!) { s: __type(name: $n) { name fields { name } } clubs { id } }',
    { n: 'Club' },
  ],
  ['a type in a fragment', '{ ...Q } fragment Q on Query { __type(name: "Mood") { enumValues { name } } count }'],
  ['literal conditions', '{ clubs @skip(if: false) { id @include(if: false) name } a: count @skip(if: true) }'],
];

const conditional = `query ($a: Boolean!, $b: Boolean = true) {
  clubs @include(if: $a) { id motto @skip(if: $b) ...F @include(if: $b) chair { age @include(if: $a) } }
  clubs { name chair { name @skip(if: $a) } }
  ... @skip(if: $a) { count }
}
fragment F on Club { fee members { nick age @skip(if: $a) } }`;

const cases = corpus.map(([what, query, variables = {}]): [string, string, Variables] => [what, query, variables]);

describe('answers are those of the stock gateway', () => {
  test.each(cases)('%s', async (_what, query, variables) => {
    const { stock, own } = await both.run(query, variables);
    expect(own).toEqual(stock);
  });

  test.each([
    { a: true },
    { a: false },
    { a: true, b: false },
    { a: false, b: false },
    { a: true, b: true },
    {},
    { a: null },
    { a: 'yes' },
  ])('under the conditions %j', async (variables) => {
    const { stock, own } = await both.run(conditional, variables);
    expect(own).toEqual(stock);
  });

  test.each(cases)('%s, with a subgraph away', async (_what, query, variables) => {
    clubs.setAway(true);
    const { stock, own } = await both.run(query, variables);
    expect(own).toEqual(stock);
  });
});

test('an error stands where its entity does, also among objects that are none', async () => {
  const { own } = await both.run('{ anything { ... on Person { age } ... on Stone { weight } } }');
  expect(own.errors).toEqual([JSON.stringify(['No such thing.', ['anything', 1, 'age'], 'BAD_USER_INPUT', 'people'])]);
});

test('an entity is asked for once however often it stands there, and its error is one in every place', async () => {
  const { executor } = both.graph;
  const document = parse('{ clubs { members { age } } }');
  const { data, errors } = await executor.execute({ document }, contextOf());
  expect(clubs.asked.at(-1)).toEqual(['p1', 'p2']);
  expect(data?.['clubs']).toEqual([0, 1, 2].map(() => ({ members: [{ age: 40 }, { age: null }, { age: 40 }] })));
  expect(errors?.map(({ path }) => path)).toEqual([0, 1, 2].map((club) => ['clubs', club, 'members', 1, 'age']));
});

test('a condition that is null is the client’s mistake', async () => {
  const document = parse('query ($on: Boolean = true) { clubs { id @include(if: $on) } }');
  const { errors } = await both.graph.executor.execute({ document, variables: { on: null } }, contextOf());
  expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument: 'if' } })]);
});

test('of several operations the one that is named is executed', async () => {
  const { executor } = both.graph;
  const document = parse('query A { count(of: [1, 2]) } query B { count(of: [1]) }');
  const counts = ['A', 'B', 'A'].map((operationName) => executor.execute({ document, operationName }, contextOf()));
  expect((await Promise.all(counts)).map(({ data }) => data?.['count'])).toEqual([2, 1, 2]);
  await expect(executor.execute({ document, operationName: 'C' }, contextOf())).rejects.toThrow('Name one');
});

describe('a subscription', () => {
  const subscription =
    'subscription ($name: String) { o: opened(name: $name) { name chair { age friends { nick } } fee } }';
  const operationOf = (variables: Readonly<Record<string, unknown>>) => ({ document: parse(subscription), variables });
  const eventOf = (last: number): StreamEvent => ({
    topic: 'club:any',
    position: 5,
    previous: 4,
    aggregateType: 'club',
    aggregateId: `00000000-0000-4000-8000-00000000000${last}`,
    version: 1,
    type: 'club.opened',
    occurredAt: '2026-01-01T00:00:00Z',
  });

  test('says what it follows, or why it is denied', async () => {
    const { executor } = both.graph;
    expect(await executor.open(operationOf({ name: 'rowing' }), contextOf())).toEqual({
      topics: ['club:rowing'],
      after: 4,
    });
    const denied = await executor.open(operationOf({ name: '' }), contextOf());
    expect(denied).toEqual({ errors: [expect.objectContaining({ path: ['o'] })] });
    const refused = await executor.open(operationOf({ name: 7 }), contextOf());
    expect(refused).toHaveProperty('errors.0.message', expect.stringContaining('"$name"'));
    const query = await executor.open({ document: parse('{ count }') }, contextOf());
    expect(query).toHaveProperty('errors.0.extensions.code', 'BAD_USER_INPUT');
  });

  test('is answered for an event by all subgraphs', async () => {
    const answer = await both.graph.executor.execute(operationOf({}), { ...contextOf(), event: eventOf(1) });
    expect(answer).toEqual({
      data: {
        o: { name: 'club c1', chair: { age: 40, friends: [{ nick: 'nick of p2' }, { nick: 'nick of p3' }] }, fee: 10 },
      },
    });
  });

  test('has no answer for an event that is not its own', async () => {
    const answer = await both.graph.executor.execute(operationOf({}), { ...contextOf(), event: eventOf(0) });
    expect(answer).toEqual({ data: { o: null } });
  });

  test('is not answered without an event', async () => {
    const { data, errors } = await both.graph.executor.execute(operationOf({}), contextOf());
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
