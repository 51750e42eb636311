import { expect, test } from 'vitest';
import { entityTagOf, namesTag } from './entity-tag.ts';

test('the same bytes have the same tag, and other bytes another', () => {
  const tag = entityTagOf(Buffer.from('{"data":{}}'));
  expect(tag).toMatch(/^"[\w-]{27}"$/);
  expect(entityTagOf(Buffer.from('{"data":{}}'))).toBe(tag);
  expect(entityTagOf(Buffer.from('{"data":null}'))).not.toBe(tag);
});

test.each([
  [undefined, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['"b" ,W/"a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  ['', false],
])('If-None-Match: %s', (header, expected) => {
  expect(namesTag(header, '"a"')).toBe(expected);
});
