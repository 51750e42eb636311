import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edges, startTestStack, type TestStack } from '../kit/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ development: false });
});
afterAll(() => stack.stop());

const rows = (list: string, inner: string) => `${list}(first: 100) { edges { node { ${inner} } } }`;
const fiveTimes = (list: string, inner: string) =>
  ['a', 'b', 'c', 'd', 'e'].map((alias) => `${alias}: ${rows(list, inner)}`).join(' ');

test.each([
  ['a hundred of a hundred of a hundred', `{ ${rows('doctors', rows('clinics', rows('doctors', 'id')))} }`],
  [
    // 1 KB that fills gigabytes, even where there are few doctors and clinics.
    'aliases in chained fragments',
    `{ ${rows('clinics', '...C0')} }
     fragment C0 on Clinic { ${fiveTimes('doctors', '...D0')} } fragment D0 on Doctor { ${fiveTimes('clinics', '...C1')} }
     fragment C1 on Clinic { ${fiveTimes('doctors', '...D1')} } fragment D1 on Doctor { ${fiveTimes('clinics', 'id')} }`,
  ],
])('%s are refused with 400', async (_what, query) => {
  const { status, errors, data } = await stack.anonymous(query);
  expect(status).toBe(400);
  expect(data).toBeUndefined();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  expect(errors?.[0]?.message).toContain('objects');
});

test('a hundred of a hundred are answered', async () => {
  const { status, data } = await stack.anonymous<{ clinics: Edges<unknown> }>(
    `{ ${rows('clinics', rows('doctors', 'name specializations(first: 1) { edges { node { name } } }'))} }`,
  );
  expect(status).toBe(200);
  expect(data?.clinics.edges.length).toBeGreaterThan(0);
});
