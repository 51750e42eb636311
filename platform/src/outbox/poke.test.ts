import { expect, test } from 'vitest';
import { readPoke, writePoke } from './poke.ts';

test('a notification names the types of events, and none where they are too many for it', () => {
  expect(readPoke(writePoke('patients', ['thing.booked', 'thing.moved']))).toEqual({
    schema: 'patients',
    types: ['thing.booked', 'thing.moved'],
  });
  const many = Array.from({ length: 1_000 }, (_, index) => `thing.of.kind.${index}`);
  expect(writePoke('patients', many)).toBe('patients');
  expect(readPoke('patients')).toEqual({ schema: 'patients', types: null });
});
