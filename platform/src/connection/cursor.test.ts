import { expect, test } from 'vitest';
import { createCursorCodec } from './cursor.ts';

const cursors = createCursorCodec('a secret that is long enough for this');

test('a cursor opens to its values under the ordering that made it, and is the same each time', () => {
  const cursor = cursors.seal('patient.NAME_ASC', ['García', 'b5f1']);
  expect(cursors.open('patient.NAME_ASC', cursor)).toEqual(['García', 'b5f1']);
  expect(cursors.seal('patient.NAME_ASC', ['García', 'b5f1'])).toBe(cursor);
});

test('a cursor shows nothing of the values it carries', () => {
  const cursor = cursors.seal('patient.NAME_ASC', ['García', 'b5f1']);
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('Garc');
});

test.each([
  ['of another ordering', () => cursors.open('patient.NAME_DESC', cursors.seal('patient.NAME_ASC', ['a']))],
  ['of another secret', () => cursors.open('o', createCursorCodec('x'.repeat(32)).seal('o', ['a']))],
  ['with one byte changed', () => cursors.open('o', flipLastByte(cursors.seal('o', ['a'])))],
  ['that is no cursor', () => cursors.open('o', 'bm90IGEgY3Vyc29y')],
  ['that is empty', () => cursors.open('o', '')],
])('a cursor %s is refused', (_what, open) => {
  expect(open()).toBeUndefined();
});

function flipLastByte(cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  return bytes.toString('base64url');
}
