import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { createExecutor } from './executor.ts';

const schema = buildSchema(`
  enum Order { NAME AGE }
  type Query { order(by: Order!, first: Int): String }
`);
const field = schema.getQueryType()?.getFields()['order'];
if (field !== undefined) field.resolve = (_, args) => JSON.stringify(args);

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
