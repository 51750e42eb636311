import { expect, test } from 'vitest';
import { DateScalar, DateTime, LocalTime, TimeZone } from './scalars.ts';

test.each([
  [DateTime, '2026-03-29T09:30:00Z'],
  [DateTime, '2026-03-29T09:30:00.125+05:30'],
  [DateTime, '2028-02-29T23:59Z'],
  [DateScalar, '2028-02-29'],
  [LocalTime, '00:00'],
  [LocalTime, '23:59'],
  [TimeZone, 'Europe/Madrid'],
  [TimeZone, 'Australia/Lord_Howe'],
])('%s accepts %s', (scalar, text) => {
  expect(() => scalar.parseValue(text)).not.toThrow();
});

test.each([
  [DateTime, '2026-02-30T09:30:00Z'],
  [DateTime, '2026-03-29T24:30:00Z'],
  [DateTime, '2026-03-29T09:30:00'],
  [DateTime, '2026-03-29'],
  [DateTime, '1066-10-14T09:00:00Z'],
  [DateTime, 1_770_000_000_000],
  [DateTime, null],
  [DateScalar, '2026-02-29'],
  [DateScalar, '2026-13-01'],
  [DateScalar, '2026-2-1'],
  [LocalTime, '24:00'],
  [LocalTime, '09:30:15'],
  [LocalTime, '9:30'],
  [TimeZone, 'Mars/Olympus_Mons'],
  [TimeZone, '+01:00'],
  [TimeZone, ''],
])('%s refuses %s with BAD_USER_INPUT', (scalar, text) => {
  expect(() => scalar.parseValue(text)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
  );
});

test('instants come out in UTC and wall-clock times without seconds', () => {
  expect(DateTime.serialize(new Date('2026-03-29T09:30:00+02:00'))).toBe('2026-03-29T07:30:00.000Z');
  expect(LocalTime.serialize('09:30:00')).toBe('09:30');
});
