import { describe, expect, test } from 'vitest';
import { type VisitRequest, whyNotBookable } from '../../src/availability/bookable.ts';
import { clinicEntry, doctorEntry, exceptionOf, otherClinic, ruleOf, scheduleOf, serviceEntry } from './entries.ts';

/** Monday at ten in Madrid, asked for on the Friday before. */
function visit(change: Partial<VisitRequest> = {}): VisitRequest {
  return {
    schedule: scheduleOf(),
    rules: [ruleOf()],
    exceptions: [],
    doctor: doctorEntry(),
    clinic: clinicEntry(),
    service: serviceEntry(),
    modality: 'in_person',
    start: new Date('2026-03-23T09:00:00Z'),
    now: new Date('2026-03-20T09:00:00Z'),
    ...change,
  };
}

const at = (instant: string) => Date.parse(instant);
const why = (change: Partial<VisitRequest> = {}) => whyNotBookable(visit(change))?.code ?? null;

test('a visit on the grid, inside a rule, outside exceptions, neither too soon nor too far ahead can be booked', () => {
  expect(why()).toBeNull();
});

describe('a service is not offered', () => {
  test.each<[string, Partial<VisitRequest>]>([
    ['by a doctor of another specialization', { doctor: doctorEntry({ specialization_ids: [otherClinic] }) }],
    ['by a doctor who does not work there', { doctor: doctorEntry({ clinic_ids: [otherClinic] }) }],
    ['by a doctor who has left', { doctor: doctorEntry({ status: 'inactive' }) }],
    ['at another clinic', { clinic: clinicEntry({ id: otherClinic }) }],
    ['at a closed clinic', { clinic: clinicEntry({ status: 'inactive' }) }],
    ['once it is withdrawn', { service: serviceEntry({ status: 'inactive' }) }],
    ['in a way it does not take place', { modality: 'video', service: serviceEntry({ modalities: ['in_person'] }) }],
  ])('%s', (_, change) => {
    expect(why(change)).toBe('SERVICE_NOT_OFFERED');
  });
});

test('notice and horizon are counted from now, the first minute of the notice included', () => {
  const start = new Date('2026-03-23T09:00:00Z');
  expect(why({ now: new Date('2026-03-23T08:00:00Z') })).toBeNull();
  expect(why({ now: new Date('2026-03-23T08:00:01Z') })).toBe('TOO_SOON');
  const schedule = scheduleOf({ planning_horizon_days: 3 });
  expect(why({ schedule, start, now: new Date('2026-03-20T09:00:01Z') })).toBeNull();
  expect(why({ schedule, start, now: new Date('2026-03-20T09:00:00Z') })).toBe('BEYOND_HORIZON');
});

describe('a visit lies outside availability', () => {
  test.each<[string, Partial<VisitRequest>]>([
    ['before the rule begins', { start: new Date('2026-03-23T07:45:00Z') }],
    ['where it would end after the rule', { start: new Date('2026-03-23T15:45:00Z') }],
    ['on another day', { start: new Date('2026-03-24T09:00:00Z') }],
    ['where the rule is for another way', { modality: 'video' }],
    ['where the rule is for another clinic', { rules: [ruleOf({ clinic_id: otherClinic })] }],
    ['after the last day of the rule', { rules: [ruleOf({ valid_to: '2026-03-22' })] }],
    ['before its first day', { rules: [ruleOf({ valid_from: '2026-03-24' })] }],
  ])('%s', (_, change) => {
    expect(why(change)).toBe('OUTSIDE_AVAILABILITY');
  });

  test('but not where it runs from one rule into the next', () => {
    const rules = [ruleOf({ ends: '10:15:00' }), ruleOf({ starts: '10:15:00' })];
    expect(why({ rules })).toBeNull();
  });
});

describe('an exception', () => {
  const exception = (start: string, end: string) => exceptionOf({ start: at(start), end: at(end) });

  test.each([
    ['that begins during the visit', exception('2026-03-23T09:29:00Z', '2026-03-23T12:00:00Z'), 'IN_EXCEPTION'],
    ['that begins as the visit ends', exception('2026-03-23T09:30:00Z', '2026-03-23T12:00:00Z'), null],
    ['that ends as the visit begins', exception('2026-03-23T08:00:00Z', '2026-03-23T09:00:00Z'), null],
    [
      'at another clinic',
      { ...exception('2026-03-23T08:00:00Z', '2026-03-23T12:00:00Z'), clinic_id: otherClinic },
      null,
    ],
  ])('%s', (_, one, code) => {
    expect(why({ exceptions: [one] })).toBe(code);
  });

  test('adds time with a grid of its own, unless the doctor is away', () => {
    const extra = {
      ...exception('2026-03-24T09:10:00Z', '2026-03-24T10:00:00Z'),
      kind: 'available',
      clinic_id: clinicEntry().id,
    };
    expect(why({ exceptions: [extra], start: new Date('2026-03-24T09:25:00Z') })).toBeNull();
    expect(why({ exceptions: [extra], start: new Date('2026-03-24T09:15:00Z') })).toBe('OFF_GRID');
    const away = exception('2026-03-24T09:00:00Z', '2026-03-24T12:00:00Z');
    expect(why({ exceptions: [extra, away], start: new Date('2026-03-24T09:25:00Z') })).toBe('IN_EXCEPTION');
  });
});

test('the grid is counted from where each rule starts', () => {
  const rules = [ruleOf({ starts: '09:10:00' })];
  expect(why({ rules, start: new Date('2026-03-23T08:25:00Z') })).toBeNull();
  expect(why({ rules, start: new Date('2026-03-23T08:30:00Z') })).toBe('OFF_GRID');
});

describe('when clocks change', () => {
  const sunday = { now: new Date('2026-03-28T00:00:00Z') };
  const night = (starts: string, ends: string) => ({ rules: [ruleOf({ day_of_week: 7, starts, ends })] });

  test('a rule that begins in the skipped hour begins when it is over, and its grid with the first time that exists', () => {
    // 02:00 to 03:00 does not exist on 29 March: 02:40 would be a start, 03:00 is one.
    const rules = night('02:40:00', '05:00:00');
    const schedule = scheduleOf({ slot_minutes: 20 });
    expect(why({ ...sunday, ...rules, schedule, start: new Date('2026-03-29T01:00:00Z') })).toBeNull();
    expect(why({ ...sunday, ...rules, schedule, start: new Date('2026-03-29T00:40:00Z') })).toBe(
      'OUTSIDE_AVAILABILITY',
    );
  });

  test('a start that comes twice is meant the first time', () => {
    // On 25 October 02:30 comes at 00:30 and at 01:30 UTC.
    const autumn = { now: new Date('2026-10-24T00:00:00Z'), ...night('02:00:00', '05:00:00') };
    expect(why({ ...autumn, start: new Date('2026-10-25T00:30:00Z') })).toBeNull();
    expect(why({ ...autumn, start: new Date('2026-10-25T01:30:00Z') })).toBe('OFF_GRID');
    expect(why({ ...autumn, start: new Date('2026-10-25T02:00:00Z') })).toBeNull();
  });

  test('a rule goes on where clocks go back to the day before', () => {
    // On 7 November 2010 the clocks of St. John's went from 00:01 back to 23:01, at 02:31 UTC.
    const rules = [
      ruleOf({
        day_of_week: 7,
        starts: '00:00:00',
        ends: '03:00:00',
        time_zone: 'America/St_Johns',
        valid_from: '2010-01-01',
      }),
    ];
    const then = { rules, now: new Date('2010-11-06T00:00:00Z') };
    expect(why({ ...then, start: new Date('2010-11-07T02:30:00Z') })).toBeNull();
    expect(why({ ...then, start: new Date('2010-11-07T02:45:00Z') })).toBe('OFF_GRID');
    expect(why({ ...then, start: new Date('2010-11-07T03:45:00Z') })).toBeNull();
  });
});

test('where several reasons hold, the one is said that leaves the fewest ways out', () => {
  const reasons: [string, Partial<VisitRequest>][] = [
    ['SERVICE_NOT_OFFERED', { doctor: doctorEntry({ status: 'inactive' }) }],
    ['TOO_SOON', { now: new Date('2026-03-24T23:00:00Z') }],
    ['OUTSIDE_AVAILABILITY', { rules: [] }],
    ['IN_EXCEPTION', { exceptions: [exceptionOf({ start: 0, end: at('2030-01-01T00:00:00Z') })] }],
    ['OFF_GRID', { start: new Date('2026-03-23T09:01:00Z') }],
  ];
  for (const index of reasons.keys()) {
    const held = reasons.slice(index);
    expect(why(Object.assign({}, ...held.map(([, change]) => change)))).toBe(held[0]?.[0]);
  }
});
