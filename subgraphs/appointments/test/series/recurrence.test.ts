import { expect, test } from 'vitest';
import { localStart, moveAlong, recur, shiftLocalStart } from '../../src/series/recurrence.ts';

const instant = (text: string) => new Date(Temporal.Instant.from(text).epochMilliseconds);
const starts = (occurrences: readonly { readonly start: Date; readonly skipped: boolean }[]) =>
  occurrences.map(({ start, skipped }) => `${start.toISOString().slice(0, 16)}${skipped ? ' skipped' : ''}`);

test.for([
  ['Europe/Madrid', '2027-03-21T08:00:00Z', ['2027-03-21T08:00', '2027-03-28T07:00', '2027-04-04T07:00']],
  ['Europe/Madrid', '2027-10-24T07:00:00Z', ['2027-10-24T07:00', '2027-10-31T08:00', '2027-11-07T08:00']],
  ['America/Santiago', '2027-03-28T12:00:00Z', ['2027-03-28T12:00', '2027-04-04T13:00', '2027-04-11T13:00']],
  ['America/Santiago', '2027-08-29T13:00:00Z', ['2027-08-29T13:00', '2027-09-05T12:00', '2027-09-12T12:00']],
  ['Australia/Lord_Howe', '2027-03-27T22:00:00Z', ['2027-03-27T22:00', '2027-04-03T22:30', '2027-04-10T22:30']],
  ['Australia/Lord_Howe', '2027-09-25T22:30:00Z', ['2027-09-25T22:30', '2027-10-02T22:00', '2027-10-09T22:00']],
] as const)('in %s visits from %s keep their local time', ([zone, start, expected]) => {
  expect(starts(recur(instant(start), zone, { everyWeeks: 1, count: 3 }))).toEqual(expected);
});

test.for([
  ['Europe/Madrid', '2027-03-21T01:30:00Z', '2027-03-28T01:00'],
  // From 24:00 to 01:00.
  ['America/Santiago', '2027-08-29T04:30:00Z', '2027-09-05T04:00'],
  // By half an hour, from 02:00 to 02:30.
  ['Australia/Lord_Howe', '2027-09-25T15:45:00Z', '2027-10-02T15:30'],
] as const)(
  'in %s a local time that clocks skip is known, with the instant at which they do',
  ([zone, start, change]) => {
    const [, skipped] = recur(instant(start), zone, { everyWeeks: 1, count: 2 });
    expect(starts(skipped ? [skipped] : [])).toEqual([`${change} skipped`]);
  },
);

test.for([
  ['Europe/Madrid', '2027-10-24T00:30:00Z', '2027-10-31T00:30'],
  ['America/Santiago', '2027-03-28T02:30:00Z', '2027-04-04T02:30'],
  ['Australia/Lord_Howe', '2027-03-27T14:45:00Z', '2027-04-03T14:45'],
] as const)('in %s the earlier of a local time that comes twice is meant', ([zone, start, earlier]) => {
  const [, twice] = recur(instant(start), zone, { everyWeeks: 1, count: 2 });
  expect(starts(twice ? [twice] : [])).toEqual([earlier]);
});

test('the first visit is the instant that was asked for, even the later of two', () => {
  const later = instant('2027-10-31T01:30:00Z');
  expect(starts(recur(later, 'Europe/Madrid', { everyWeeks: 12, count: 2 }))).toEqual([
    '2027-10-31T01:30',
    '2028-01-23T01:30',
  ]);
});

test('visits move by days and to a time of day, over a change of clocks; exceptions keep their distance', () => {
  const zone = 'Europe/Madrid';
  const placed = [
    { number: 1, starts_at: instant('2027-03-22T08:00:00Z') },
    { number: 2, starts_at: instant('2027-03-30T09:00:00Z') },
    { number: 3, starts_at: instant('2027-04-05T07:00:00Z') },
  ];
  const named = { number: 1, from: instant('2027-03-22T08:00:00Z'), to: instant('2027-03-31T09:30:00Z') };
  // Monday 9:00 to Wednesday of the next week 11:30; number 2 had been moved alone, a day and two hours on.
  expect(starts(moveAlong(placed, zone, named).map(({ occurrence }) => occurrence))).toEqual([
    '2027-03-31T09:30',
    '2027-04-08T11:30',
    '2027-04-14T09:30',
  ]);
  const monday = localStart(named.from, zone);
  expect(monday).toEqual({ starts_on: '2027-03-22', starts: '09:00:00' });
  expect(shiftLocalStart(monday, zone, named)).toEqual({ starts_on: '2027-03-31', starts: '11:30:00' });
});
