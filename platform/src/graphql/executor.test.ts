import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { createExecutor } from './executor.ts';

const schema = buildSchema(`
  enum Order { NAME AGE }
  input Filter { tags: [Order!]! = [], size: Int! = 3 }
  type Query { order(by: Order!, first: Int): String search(filter: Filter!): String }
`);
for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
  field.resolve = (_, args) => JSON.stringify(args);
}

test('a variable left out takes its default, interpreted and compiled', async () => {
  const execute = createExecutor(schema);
  const query = 'query ($by: Order! = NAME, $first: Int = 5) { order(by: $by, first: $first) }';
  const answers = async (variables: Record<string, unknown>) => {
    const orders: unknown[] = [];
    for (let run = 0; run < 3; run += 1)
      orders.push((await execute({ query, variables }, undefined)).result.data?.['order']);
    return new Set(orders);
  };

  expect(await answers({})).toEqual(new Set(['{"by":"NAME","first":5}']));
  expect(await answers({ by: 'AGE', first: null })).toEqual(new Set(['{"by":"AGE","first":null}']));
});

test('an input field left out takes its default, interpreted and compiled', async () => {
  const execute = createExecutor(schema);
  const query = 'query ($filter: Filter!) { search(filter: $filter) }';
  for (let run = 0; run < 3; run += 1) {
    const { result } = await execute({ query, variables: { filter: { tags: ['AGE'] } } }, undefined);
    expect(result).toMatchObject({ data: { search: '{"filter":{"tags":["AGE"],"size":3}}' } });
  }
});

test('defaults reach into lists and into what they hold, interpreted and compiled', async () => {
  const schema = buildSchema(`
    input Least { to: String! = "24:00" }
    input Inner { from: String! = "00:00", next: Least }
    input Outer { inners: [Inner!]! = [{}], one: Inner }
    type Query { search(outer: Outer!): String }
  `);
  const search = schema.getQueryType()?.getFields()['search'];
  if (search !== undefined) search.resolve = (_, args) => JSON.stringify(args);
  const query = 'query ($outer: Outer! = {one: {}}) { search(outer: $outer) }';
  const all = [
    {},
    { outer: {} },
    { outer: { inners: [{ next: {} }, {}], one: { from: '1' } } },
    { outer: { inners: {} } },
  ];
  for (const variables of all) {
    const execute = createExecutor(schema);
    const answers: unknown[] = [];
    for (let run = 0; run < 3; run += 1) answers.push((await execute({ query, variables }, undefined)).result);
    expect(answers[0]).not.toHaveProperty('errors');
    expect(answers[2]).toEqual(answers[0]);
  }
});

test('an input type may hold itself', async () => {
  const schema = buildSchema('input Node { size: Int! = 1, next: Node } type Query { depth(of: Node): String }');
  const execute = createExecutor(schema);
  const query = 'query ($of: Node) { depth(of: $of) }';
  for (let run = 0; run < 3; run += 1) {
    expect((await execute({ query, variables: { of: { next: {} } } }, undefined)).result).not.toHaveProperty('errors');
  }
});

test('a wrong variable is refused in the same words, interpreted and compiled', async () => {
  const query = 'query ($filter: Filter!) { search(filter: $filter) }';
  for (const filter of ['no object', [1], { size: 'many' }, null]) {
    const execute = createExecutor(schema);
    const answers: unknown[] = [];
    for (let run = 0; run < 3; run += 1) {
      answers.push((await execute({ query, variables: { filter } }, undefined)).result.errors?.map(String));
    }
    expect(answers[0]).toHaveLength(1);
    expect(answers[2]).toEqual(answers[0]);
  }
});

test('what is kept of documents is bounded by their length, not their number', async () => {
  const execute = createExecutor(schema, 1_000);
  const prepare = async (query: string) => (await execute({ query }, undefined)).document;
  const short = '{ order(by: NAME) }';
  const first = await prepare(short);
  for (let index = 0; index < 20; index += 1) await prepare(`{ a${index}: order(by: NAME) }`);
  expect(await prepare(short)).toBe(first);
  for (const name of ['a', 'b', 'c']) {
    await prepare(`{ ${Array.from({ length: 20 }, (_, index) => `${name}${index}: order(by: NAME)`).join(' ')} }`);
  }
  expect(await prepare(short)).not.toBe(first);
});

test('a field may be called __proto__, interpreted and compiled', async () => {
  const schema = buildSchema('type Doctor { name: String } type Query { doctor: Doctor }');
  const doctor = schema.getQueryType()?.getFields()['doctor'];
  if (doctor !== undefined) doctor.resolve = () => ({ name: 'Ana' });
  const execute = createExecutor(schema);
  const query = '{ doctor { __proto__: name } }';
  const answers = new Set<string>();
  for (let run = 0; run < 3; run += 1) {
    const { result } = await execute({ query }, undefined);
    answers.add(JSON.stringify(result.data));
  }
  expect(answers).toEqual(new Set(['{"doctor":{"__proto__":"Ana"}}']));
});
