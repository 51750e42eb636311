import { expect, test } from 'vitest';
import { reasonOf, verdictAfter } from './failure.ts';

test('the pause doubles with each failure, give or take a quarter, and the tenth failure is the last', () => {
  const delays = Array.from({ length: 9 }, (_, failures) => verdictAfter(failures + 1, 0.5).delaySeconds);
  expect(delays).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256]);
  expect(verdictAfter(3, 0).delaySeconds).toBe(3);
  expect(verdictAfter(3, 1).delaySeconds).toBe(5);
  expect(verdictAfter(10, 0.5)).toEqual({ state: 'dead', delaySeconds: 0 });
});

test('a reason names classes and codes, never a message that may quote data', () => {
  const refused = Object.assign(new Error('connect to 10.0.0.7 refused'), { code: 'ECONNREFUSED' });
  expect(reasonOf(refused)).toBe('Error ECONNREFUSED');
  expect(reasonOf(new TypeError('Ada Lovelace is not a function', { cause: refused }))).toBe(
    'TypeError from Error ECONNREFUSED',
  );
  expect(reasonOf('Ada Lovelace')).toBe('string');
});
