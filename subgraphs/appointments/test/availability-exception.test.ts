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
  practice = await appointments.newPractice();
});

const admin = viewerOf('ADMIN');
const away = { kind: 'UNAVAILABLE', start: ahead(5, '00:00'), end: ahead(6, '00:00'), reason: 'Congress' };
const fields = `affectedAppointmentCount availabilityException {
  id version kind start end reason clinic { id } schedule { version }
}`;

const create = (input: object, viewer = admin) =>
  plan(
    appointments,
    viewer,
    'createAvailabilityException',
    { schedule: scheduleId(practice), ...away, ...input },
    fields,
  );
const idOf = (payload: { readonly [field: string]: unknown } | null) =>
  (payload?.['availabilityException'] as { readonly id: string } | undefined)?.id ?? 'none';

describe('an absence', () => {
  test('takes its time from the schedule and leaves what is booked in it', async () => {
    await appointments.book(newPatient(), practice, { start: ahead(5, '10:00') });
    await appointments.book(newPatient(), practice, { start: ahead(7, '10:00') });
    const { payload } = await create({}, doctorOf(practice));
    expect(payload).toMatchObject({
      affectedAppointmentCount: 1,
      availabilityException: { version: 1, reason: 'Congress', clinic: null, schedule: { version: 2 } },
    });
    expect(await appointments.book(newPatient(), practice, { start: ahead(5, '11:00') })).toBe('IN_EXCEPTION');
    expect(await toldVersions(appointments, practice.schedule)).toEqual([2]);
  });

  test('from all clinics is for the doctor, and from one clinic for its STAFF', async () => {
    const staff = staffOf(practice.clinic);
    expect((await create({}, staff)).error).toBe('FORBIDDEN');
    expect((await create({ clinic: clinicId(practice) }, staff)).refusal).toBeNull();
    expect((await create({ clinic: clinicId(practice) }, staffOf(randomUUID()))).error).toBe('FORBIDDEN');
  });

  test('can be moved and removed again', async () => {
    const availabilityException = idOf((await create({})).payload);
    const later = { start: ahead(6, '00:00'), end: ahead(7, '00:00') };
    const moved = await plan(
      appointments,
      admin,
      'updateAvailabilityException',
      { availabilityException, ...later, reason: null, expectedVersion: 1 },
      fields,
    );
    expect(moved.payload?.['availabilityException']).toMatchObject({ ...later, version: 2, reason: null });
    expect(await appointments.book(newPatient(), practice, { start: ahead(5, '11:00') })).toMatch(/^appointment_/);

    const remove = { availabilityException, idempotencyKey: randomUUID() };
    const selection = 'deletedAvailabilityExceptionId';
    const first = await plan(appointments, admin, 'deleteAvailabilityException', remove, selection);
    expect(first.payload).toMatchObject({ deletedAvailabilityExceptionId: availabilityException });
    expect(await plan(appointments, admin, 'deleteAvailabilityException', remove, selection)).toEqual(first);
    expect(await toldVersions(appointments, practice.schedule)).toEqual([2, 3, 4]);
  });

  test('changes for one of many who read the same version', async () => {
    const availabilityException = idOf((await create({})).payload);
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((reason) =>
        plan(appointments, admin, 'updateAvailabilityException', { availabilityException, reason, expectedVersion: 1 }),
      ),
    );
    expect(outcomes.filter(({ refusal }) => refusal === 'VERSION_CONFLICT input.expectedVersion')).toHaveLength(3);
  });
});

describe('extra time', () => {
  test('can be booked where no rule reaches', async () => {
    const start = ahead(5, '23:00');
    expect(await appointments.book(newPatient(), practice, { start })).toBe('OUTSIDE_AVAILABILITY');
    const extra = { kind: 'AVAILABLE', clinic: clinicId(practice), start, end: ahead(5, '23:45') };
    expect((await create(extra)).refusal).toBeNull();
    expect(await appointments.book(newPatient(), practice, { start })).toMatch(/^appointment_/);
  });

  test('is at a clinic of the doctor', async () => {
    expect((await create({ kind: 'AVAILABLE' })).error).toBe('BAD_USER_INPUT input.clinic');
    const elsewhere = clinicId(await appointments.newPractice());
    expect((await create({ kind: 'AVAILABLE', clinic: elsewhere })).refusal).toBe('NOT_AT_CLINIC input.clinic');
  });
});

test.each([
  [{ end: away.start }, 'BAD_USER_INPUT input.end'],
  [{ end: ahead(4, '00:00') }, 'BAD_USER_INPUT input.end'],
  [{ end: ahead(400, '00:00') }, 'BAD_USER_INPUT input.end'],
  [{ start: '2030-02-30T10:00:00Z' }, 'BAD_USER_INPUT input.start'],
  [{ reason: 'x'.repeat(501) }, 'BAD_USER_INPUT input.reason'],
  [{ schedule: toGlobalId('Clinic', randomUUID()) }, 'BAD_USER_INPUT input.schedule'],
])('an exception cannot be %j', async (wrong, error) => {
  expect((await create(wrong)).error).toBe(error);
});

test('exceptions are listed by start, page by page in both directions, and within a period', async () => {
  for (const day of [9, 3, 6, 12]) await create({ start: ahead(day, '00:00'), end: ahead(day + 1, '00:00') });
  const list = async (args: string) => {
    const { data, errors } = await appointments.execute<{
      schedule: {
        availabilityExceptions: { edges: { cursor: string; node: { start: string } }[]; totalCount: number };
      };
    }>(
      doctorOf(practice),
      `query ($id: ID!) {
        schedule(id: $id) { availabilityExceptions(${args}) { totalCount edges { cursor node { start } } } }
      }`,
      { id: scheduleId(practice) },
    );
    expect(errors).toEqual([]);
    const { edges, totalCount } = data.schedule.availabilityExceptions;
    return { starts: edges.map(({ node }) => node.start), cursor: edges[0]?.cursor, totalCount };
  };
  const days = [3, 6, 9, 12].map((day) => ahead(day, '00:00'));
  const first = await list('first: 1');
  expect(first).toMatchObject({ starts: days.slice(0, 1), totalCount: 4 });
  expect((await list(`first: 2, after: "${first.cursor}"`)).starts).toEqual(days.slice(1, 3));
  expect((await list('last: 2')).starts).toEqual(days.slice(2));
  const within = `dateRange: { from: "${ahead(6, '12:00')}", to: "${ahead(10, '00:00')}" }`;
  expect(await list(within)).toMatchObject({ starts: days.slice(1, 3), totalCount: 2 });
});
