import { expect, test } from 'vitest';
import { pageRequest } from './page.ts';

test('a page has 20 edges from the start unless told otherwise', () => {
  expect(pageRequest({})).toEqual({ size: 20, backwards: false, after: null, before: null });
});

test('last pages from the end', () => {
  expect(pageRequest({ last: 5, before: 'c' })).toEqual({ size: 5, backwards: true, after: null, before: 'c' });
});

test.each([
  [{ first: -1 }, 'first'],
  [{ first: 101 }, 'first'],
  [{ first: 1_000_000 }, 'first'],
  [{ last: -1 }, 'last'],
  [{ last: 101 }, 'last'],
  [{ first: 1, last: 1 }, 'last'],
])('%o is refused at its argument', (args, argument) => {
  expect(() => pageRequest(args)).toThrow(
    expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument } }),
  );
});
