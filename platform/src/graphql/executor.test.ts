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
