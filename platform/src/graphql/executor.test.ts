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
