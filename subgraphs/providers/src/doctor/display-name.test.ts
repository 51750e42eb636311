import { expect, test } from 'vitest';
import { displayName } from './display-name.ts';

test('a doctor is called by title, given name and family name', () => {
  expect(displayName({ title: 'Dr.', given_name: 'Ana', family_name: 'García' })).toBe('Dr. Ana García');
});

test('without a title the name stands alone', () => {
  expect(displayName({ title: null, given_name: 'Ana', family_name: 'García' })).toBe('Ana García');
});
