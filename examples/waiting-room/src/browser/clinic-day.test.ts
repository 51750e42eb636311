import { expect, test } from 'vitest';
import { clinicDay, dayAfter, today } from './clinic-day.ts';

test("a day lasts from midnight to midnight by the clinic's clocks", () => {
  expect(clinicDay('2026-11-24', 'Asia/Kolkata')).toEqual({
    date: '2026-11-24',
    from: '2026-11-23T18:30:00.000Z',
    to: '2026-11-24T18:30:00.000Z',
  });
});

test.each([
  ['a day of 23 hours', '2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['a day of 25 hours', '2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  [
    'a day without a midnight',
    '2026-09-06',
    'America/Santiago',
    '2026-09-06T04:00:00.000Z',
    '2026-09-07T03:00:00.000Z',
  ],
  [
    'a day with an hour after midnight twice',
    '2026-11-01',
    'America/Havana',
    '2026-11-01T04:00:00.000Z',
    '2026-11-02T05:00:00.000Z',
  ],
])('%s begins and ends where the clocks say', (_, date, timeZone, from, to) => {
  expect(clinicDay(date, timeZone)).toEqual({ date, from, to });
});

test('today is where the clinic is', () => {
  const evening = Date.parse('2026-11-24T22:00:00Z');
  expect(today('America/Santiago', evening)).toBe('2026-11-24');
  expect(today('Asia/Kolkata', evening)).toBe('2026-11-25');
});

test('days are counted across months and clock changes', () => {
  expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
  expect(dayAfter('2026-10-26', -1)).toBe('2026-10-25');
});
