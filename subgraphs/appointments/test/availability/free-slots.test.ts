import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyNotBookable } from '../../src/availability/bookable.ts';
import { dayPeriod, daysWithin } from '../../src/availability/local-day.ts';
import type { PlanException, PlanRule, SchedulePlan } from '../../src/availability/plan.ts';
import { scheduleDay } from '../../src/availability/schedule-day.ts';
import { freeSlots, slotsOf, soughtVisit } from '../../src/availability/slots.ts';
import { zoneClocks } from '../../src/availability/zone-clock.ts';
import { clinicEntry, doctorEntry, exceptionOf, otherClinic, ruleOf, scheduleOf, serviceEntry } from './entries.ts';
import { bookableStarts } from './oracle.ts';

const minute = 60_000;

/** Around these instants clocks change, a month or a year ends, or nothing at all happens. */
const moments = [
  ['Europe/Madrid', '2026-03-29T01:00Z'],
  ['Europe/Madrid', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  // At midnight: a day begins at one o'clock, or an hour before midnight comes twice.
  ['America/Santiago', '2026-09-06T04:00Z'],
  ['America/Santiago', '2026-04-05T03:00Z'],
  ['Africa/Cairo', '2026-04-23T22:00Z'],
  // A minute after midnight: the clocks go back to the day before.
  ['America/St_Johns', '2010-11-07T02:30Z'],
  // By half an hour, in the southern hemisphere.
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  // A whole day skipped.
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Pacific/Kiritimati', '2026-12-31T10:00Z'],
  ['Asia/Kathmandu', '2028-02-28T18:15Z'],
] as const;

const halfHour = (max: number) => fc.integer({ min: 0, max }).map((count) => count * 30);
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;

const scenario = fc.constantFrom(...moments).chain(([timeZone, at]) => {
  const moment = Temporal.Instant.from(at.replace('Z', ':00Z')).epochMilliseconds;
  const near = (hours: number) =>
    fc.integer({ min: -hours * 12, max: hours * 12 }).map((steps) => moment + steps * 5 * minute);
  const interval = fc
    .tuple(near(14), fc.integer({ min: 1, max: 40 }))
    .map(([start, length]) => ({ start, end: start + length * 5 * minute }));
  const watch = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  const local = watch.toPlainDate();
  // Half of the rules begin or end where clocks change.
  const nearChange = fc.integer({ min: -3, max: 2 }).map((count) => ((watch.hour * 2 + count + 48) % 48) * 30);

  const rule: fc.Arbitrary<PlanRule> = fc
    .record({
      opens: fc.oneof(halfHour(46), nearChange),
      closes: fc.oneof(halfHour(48), nearChange),
      dayOffset: fc.constantFrom(-1, 0, 0, 1),
      elsewhere: fc.constantFrom(false, false, false, true),
      validity: fc.constantFrom('always', 'always', 'until', 'from'),
      modalities: fc.constantFrom(['in_person'], ['in_person', 'video']),
      zone: fc.constantFrom(timeZone, timeZone, 'Asia/Kolkata'),
    })
    .map(({ opens, closes, dayOffset, elsewhere, validity, modalities, zone }) =>
      ruleOf({
        clinic_id: elsewhere ? otherClinic : clinicEntry().id,
        day_of_week: local.add({ days: dayOffset }).dayOfWeek,
        starts: clock(opens),
        ends: clock(closes > opens ? closes : 1_440),
        time_zone: zone,
        modalities,
        valid_from: (validity === 'from' ? local : local.subtract({ days: 40 })).toString(),
        valid_to: validity === 'until' ? local.toString() : null,
      }),
    );
  const exception: fc.Arbitrary<PlanException> = fc
    .tuple(interval, fc.constantFrom('unavailable', 'available'), fc.constantFrom(clinicEntry().id, otherClinic, null))
    .map(([during, kind, clinic]) =>
      exceptionOf({ ...during, kind, clinic_id: kind === 'available' ? (clinic ?? clinicEntry().id) : clinic }),
    );
  return fc.record({
    calendar: fc.constantFrom(timeZone, timeZone, 'Asia/Kolkata', 'America/Los_Angeles'),
    rules: fc.array(rule, { minLength: 2, maxLength: 5 }),
    exceptions: fc.array(exception, { maxLength: 3 }),
    taken: fc.array(interval, { maxLength: 4 }),
    slotMinutes: fc.constantFrom(5, 10, 15, 20, 30, 45),
    duration: fc.constantFrom(5, 15, 30, 45, 75),
    buffers: fc.constantFrom([0, 0], [5, 0], [0, 10], [10, 15]),
    noticeHours: fc.constantFrom(0, 1, 24),
    horizonDays: fc.constantFrom(1, 2, 90),
    now: fc.integer({ min: -36 * 12, max: 0 }).map((steps) => moment + steps * 5 * minute),
    modality: fc.constantFrom('in_person', 'in_person', 'video'),
    from: near(8),
    hours: fc.integer({ min: 4, max: 20 }),
  });
});

type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

function arrange(given: Scenario) {
  const plan: SchedulePlan = {
    schedule: scheduleOf({
      time_zone: given.calendar,
      slot_minutes: given.slotMinutes,
      minimum_notice_minutes: given.noticeHours * 60,
      planning_horizon_days: given.horizonDays,
    }),
    rules: given.rules,
    exceptions: given.exceptions,
  };
  const [before = 0, after = 0] = given.buffers;
  const service = serviceEntry({
    duration_minutes: given.duration,
    buffer_before_minutes: before,
    buffer_after_minutes: after,
  });
  const period = { start: given.from, end: given.from + given.hours * 60 * minute };
  const offer = { doctor: doctorEntry(), clinic: clinicEntry(), service };
  return { plan, service, period, offer, modality: given.modality, now: new Date(given.now), taken: given.taken };
}

function startsOf({ plan, period, offer, modality, now, taken }: ReturnType<typeof arrange>): number[] {
  const slots = freeSlots(plan, taken, { ...offer, period, modality, now }, zoneClocks(period));
  return slots.map(({ start }) => start.getTime());
}

const text = (instants: readonly number[]) => instants.map((instant) => new Date(instant).toISOString());

describe('the slots of a schedule', () => {
  test('are those that a walk through every minute finds', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const arranged = arrange(given);
        const { plan, service, taken, modality, period, now } = arranged;
        const question = { plan, service, taken, modality, from: period.start, to: period.end, now: now.getTime() };
        expect(text(startsOf(arranged))).toEqual(text(bookableStarts(question)));
      }),
      { numRuns: 300, interruptAfterTimeLimit: 10_000 },
    );
  });

  test('are exactly the starts that booking has nothing against', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const arranged = { ...arrange(given), taken: [] };
        const { plan, offer, modality, now, period } = arranged;
        const bookable: number[] = [];
        for (let start = period.start; start < period.end; start += 5 * minute) {
          const visit = { ...plan, ...offer, modality, now, start: new Date(start) };
          if (whyNotBookable(visit) === null) bookable.push(start);
        }
        expect(text(startsOf(arranged))).toEqual(text(bookable));
      }),
      { numRuns: 100, interruptAfterTimeLimit: 5_000 },
    );
  });

  test('of a long period are those of its parts', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const whole = arrange(given);
        const middle = whole.period.start + Math.floor(given.hours / 2) * 60 * minute;
        const parts = [
          { ...whole, period: { start: whole.period.start, end: middle } },
          { ...whole, period: { start: middle, end: whole.period.end } },
        ];
        expect(text(startsOf(whole))).toEqual(text(parts.flatMap(startsOf)));
      }),
      { numRuns: 100, interruptAfterTimeLimit: 5_000 },
    );
  });

  test('are those of the days of its calendar, each computed by itself and kept as JSON', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const { plan, period, offer, modality, now, taken } = arrange(given);
        const wide = { start: period.start - 96 * 60 * minute, end: period.end + 96 * 60 * minute };
        const clockOf = zoneClocks(wide);
        const clock = clockOf(plan.schedule.time_zone);
        const busy = taken.map((time) => ({ ...time, until: null }));
        const ofDays = daysWithin(clock, period).flatMap((date) => {
          const day = JSON.parse(JSON.stringify(scheduleDay(plan, date, busy, clockOf)));
          return slotsOf(day, soughtVisit(offer, modality), { period, now });
        });
        expect(ofDays).toEqual(freeSlots(plan, taken, { ...offer, period, modality, now }, clockOf));
      }),
      { numRuns: 200, interruptAfterTimeLimit: 5_000 },
    );
  });

  test('lie in days that follow each other without gap, whatever clocks do', () => {
    for (const [timeZone, at] of moments) {
      const moment = Temporal.Instant.from(at.replace('Z', ':00Z')).epochMilliseconds;
      const period = { start: moment - 72 * 60 * minute, end: moment + 72 * 60 * minute };
      const clock = zoneClocks({ start: period.start - 1_440 * minute, end: period.end + 1_440 * minute })(timeZone);
      const days = daysWithin(clock, period).map((date) => dayPeriod(clock, date));
      expect(days.slice(1).map(({ start }) => start)).toEqual(days.slice(0, -1).map(({ end }) => end));
      expect(days[0]?.start).toBeLessThanOrEqual(period.start);
      expect(days.at(-1)?.end).toBeGreaterThanOrEqual(period.end);
    }
  });
});
