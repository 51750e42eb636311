import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import {
  type Appointments,
  ahead,
  doctorOf,
  newPatient,
  type Practice,
  staffOf,
  startAppointments,
} from './fixture.ts';
import { clinicId, plan, scheduleId, toldVersions } from './planning.ts';

let appointments: Appointments;
let practice: Practice;

beforeAll(async () => {
  appointments = await startAppointments();
});
afterAll(() => appointments.stop());
beforeEach(async () => {
  practice = await appointments.newPractice({ timeZone: 'Europe/Madrid', starts: '09:00', ends: '12:00' });
});

const admin = viewerOf('ADMIN');
const ruleFields = `availabilityRule {
  id version dayOfWeek startTime endTime timeZone modalities validFrom validTo clinic { id } schedule { version }
}`;

const create = (input: object, viewer = admin) =>
  plan(
    appointments,
    viewer,
    'createAvailabilityRule',
    { schedule: scheduleId(practice), clinic: clinicId(practice), dayOfWeek: 'MONDAY', ...input },
    ruleFields,
  );

/** The rule of one day of the practice's week, as a global id. */
async function ruleOn(day: number): Promise<string> {
  const { id } = await appointments.db
    .selectFrom('availability_rule')
    .select('id')
    .where('schedule_id', '=', practice.schedule)
    .where('day_of_week', '=', day)
    .executeTakeFirstOrThrow();
  return toGlobalId('AvailabilityRule', id);
}

const dayOf = (instant: string) => Temporal.PlainDate.from(instant.slice(0, 10)).dayOfWeek;

describe('a new rule', () => {
  test('is told by the clocks of the clinic, and is a change of the schedule', async () => {
    const { payload, refusal, error } = await create({ startTime: '16:00', endTime: '00:00', validFrom: '2030-01-01' });
    expect({ refusal, error }).toEqual({ refusal: null, error: null });
    expect(payload?.['availabilityRule']).toMatchObject({
      version: 1,
      dayOfWeek: 'MONDAY',
      startTime: '16:00',
      endTime: '00:00',
      timeZone: 'Europe/Madrid',
      modalities: ['IN_PERSON'],
      validFrom: '2030-01-01',
      validTo: null,
      schedule: { version: 2 },
    });
    expect(await toldVersions(appointments, practice.schedule)).toEqual([2]);
  });

  test.each([
    ['the same time', { startTime: '09:00', endTime: '12:00' }],
    ['some of the same time', { startTime: '11:45', endTime: '13:00' }],
  ])('may not have %s as another on the same days', async (_, times) => {
    expect((await create(times)).refusal).toBe('RULE_OVERLAP input.startTime');
    expect(await toldVersions(appointments, practice.schedule)).toEqual([]);
  });

  test.each([
    ['begins where another ends', { startTime: '12:00', endTime: '13:00' }],
    [
      'ends before another holds',
      { startTime: '09:00', endTime: '10:00', validFrom: '2019-01-01', validTo: '2019-12-31' },
    ],
  ])('that %s is none of its business', async (_, times) => {
    expect((await create(times)).refusal).toBeNull();
  });

  test('wins the time against all others that want it at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => create({ startTime: '17:00', endTime: `18:${10 + index}` })),
    );
    expect(outcomes.filter(({ refusal }) => refusal === null)).toHaveLength(1);
    expect(outcomes.filter(({ refusal }) => refusal === 'RULE_OVERLAP input.startTime')).toHaveLength(9);
  });

  test('is at a clinic of the doctor', async () => {
    const other = await appointments.newPractice();
    const times = { startTime: '16:00', endTime: '17:00' };
    expect((await create({ ...times, clinic: clinicId(other) })).refusal).toBe('NOT_AT_CLINIC input.clinic');
    const unknown = toGlobalId('Clinic', randomUUID());
    expect((await create({ ...times, clinic: unknown })).refusal).toBe('NOT_FOUND input.clinic');
  });

  test.each([
    [{ startTime: '12:00', endTime: '12:00' }, 'BAD_USER_INPUT input.endTime'],
    [{ startTime: '12:00', endTime: '11:00' }, 'BAD_USER_INPUT input.endTime'],
    [{ startTime: '24:00', endTime: '11:00' }, 'BAD_USER_INPUT input.startTime'],
    [{ startTime: '08:00', endTime: '25:00' }, 'BAD_USER_INPUT input.endTime'],
    [{ timeZone: 'Europe/Nowhere' }, 'BAD_USER_INPUT input.timeZone'],
    [{ validFrom: '2030-02-30' }, 'BAD_USER_INPUT input.validFrom'],
    [{ validFrom: '2030-02-02', validTo: '2030-02-01' }, 'BAD_USER_INPUT input.validTo'],
    [{ modalities: [] }, 'BAD_USER_INPUT input.modalities'],
    [{ schedule: 'schedule_nonsense' }, 'BAD_USER_INPUT input.schedule'],
  ])('cannot be %j', async (wrong, error) => {
    expect((await create({ startTime: '16:00', endTime: '17:00', ...wrong })).error).toBe(error);
  });

  test('is not for STAFF of another clinic, patients or other doctors', async () => {
    const times = { startTime: '16:00', endTime: '17:00' };
    expect((await create(times, staffOf(randomUUID()))).error).toBe('FORBIDDEN');
    expect((await create(times, newPatient())).error).toBe('FORBIDDEN');
    expect((await create(times, viewerOf('DOCTOR', { doctor: randomUUID() }))).refusal).toBe(
      'NOT_FOUND input.schedule',
    );
    expect((await create(times, staffOf(practice.clinic))).refusal).toBeNull();
  });

  test('is made once for one idempotency key', async () => {
    const input = { startTime: '16:00', endTime: '17:00', idempotencyKey: randomUUID() };
    const [first, second] = [await create(input), await create(input)];
    expect(second.payload).toEqual(first.payload);
    expect((await create({ ...input, endTime: '18:00' })).refusal).toBe('IDEMPOTENCY_KEY_REUSED input.idempotencyKey');
  });
});

describe('changing a rule', () => {
  const update = (input: object, viewer = admin) =>
    plan(appointments, viewer, 'updateAvailabilityRule', { ...input }, `affectedAppointmentCount ${ruleFields}`);

  test('leaves out what is not named, and counts the appointments that lost their place', async () => {
    const start = ahead(10, '10:00');
    for (const time of ['09:00', '10:00']) {
      expect(await appointments.book(newPatient(), practice, { start: ahead(10, time) })).toMatch(/^appointment_/);
    }
    const input = { availabilityRule: await ruleOn(dayOf(start)), expectedVersion: 1, endTime: '11:15' };
    const { payload } = await update(input, doctorOf(practice));
    // In Madrid it is an hour or two later than in UTC: only the second visit lies outside now, if the first ends by then.
    expect(payload?.['availabilityRule']).toMatchObject({ version: 2, startTime: '09:00', endTime: '11:15' });
    expect(payload?.['affectedAppointmentCount']).toBe(1);
  });

  test('keeps the order of its times, whichever of them changes', async () => {
    const availabilityRule = await ruleOn(1);
    expect((await update({ availabilityRule, startTime: '12:00' })).error).toBe('BAD_USER_INPUT input.endTime');
    expect((await update({ availabilityRule, validTo: '2019-01-01' })).error).toBe('BAD_USER_INPUT input.validTo');
  });

  test('may not take the time of another rule', async () => {
    const availabilityRule = await ruleOn(1);
    expect((await update({ availabilityRule, dayOfWeek: 'TUESDAY' })).refusal).toBe('RULE_OVERLAP input.startTime');
    expect((await update({ availabilityRule, endTime: '12:30' })).refusal).toBeNull();
  });

  test('is refused where it changed since it was read', async () => {
    const availabilityRule = await ruleOn(1);
    const outcomes = await Promise.all(
      [30, 31, 32, 33, 34].map((minutes) => update({ availabilityRule, expectedVersion: 1, endTime: `12:${minutes}` })),
    );
    expect(outcomes.filter(({ refusal }) => refusal === null)).toHaveLength(1);
    expect(await toldVersions(appointments, practice.schedule)).toEqual([2]);
  });
});

describe('removing a rule', () => {
  const remove = (input: object, viewer = admin) =>
    plan(
      appointments,
      viewer,
      'deleteAvailabilityRule',
      { ...input },
      'deletedAvailabilityRuleId affectedAppointmentCount',
    );

  test('leaves its appointments booked and counts them', async () => {
    const start = ahead(10, '10:00');
    const booked = await appointments.book(newPatient(), practice, { start });
    const availabilityRule = await ruleOn(dayOf(start));
    const { payload } = await remove({ availabilityRule });
    expect(payload).toMatchObject({ deletedAvailabilityRuleId: availabilityRule, affectedAppointmentCount: 1 });
    expect(await appointments.change(admin, 'checkInAppointment', { appointment: booked })).toBe('CHECKED_IN');
    expect(await appointments.book(newPatient(), practice, { start: ahead(10, '09:00') })).toBe('OUTSIDE_AVAILABILITY');
  });

  test('answers a repetition as the first time', async () => {
    const input = { availabilityRule: await ruleOn(1), idempotencyKey: randomUUID() };
    const [first, second] = [await remove(input), await remove(input)];
    expect(first.refusal).toBeNull();
    expect(second).toEqual(first);
    expect((await remove({ availabilityRule: input.availabilityRule })).refusal).toBe(
      'NOT_FOUND input.availabilityRule',
    );
  });

  test('is not for STAFF of another clinic, who do not see it', async () => {
    expect((await remove({ availabilityRule: await ruleOn(1) }, staffOf(randomUUID()))).refusal).toBe(
      'NOT_FOUND input.availabilityRule',
    );
  });
});
