import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { anonymous } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import { type Appointments, doctorOf, newPatient, type Practice, staffOf, startAppointments } from './fixture.ts';
import { doctorId, newDoctor, plan, scheduleId, toldVersions } from './planning.ts';

let appointments: Appointments;
let practice: Practice;

beforeAll(async () => {
  appointments = await startAppointments();
  practice = await appointments.newPractice({ timeZone: 'Europe/Madrid' });
});
afterAll(() => appointments.stop());

const admin = viewerOf('ADMIN');

describe('reading a schedule', () => {
  const everyWay = `query ($id: ID!, $representations: [_Any!]!) {
    schedule(id: $id) { id }
    _entities(representations: $representations) {
      ... on Schedule { id timeZone }
      ... on Doctor { schedule { id slotMinutes } }
    }
  }`;
  const seen = async (viewer: Parameters<Appointments['execute']>[0]) => {
    const { data, errors } = await appointments.execute<{
      schedule: unknown;
      _entities: [unknown, { schedule: unknown }];
    }>(viewer, everyWay, {
      id: scheduleId(practice),
      representations: [
        { __typename: 'Schedule', nodeId: scheduleId(practice) },
        { __typename: 'Doctor', id: doctorId(practice) },
      ],
    });
    expect(errors).toEqual([]);
    return [data.schedule, data._entities[0], data._entities[1].schedule].map((one) => one !== null);
  };

  test.each([
    ['the doctor', () => doctorOf(practice)],
    ['STAFF of a clinic of the doctor', () => staffOf(randomUUID(), practice.clinic)],
    ['ADMIN', () => admin],
    ['SYSTEM', () => viewerOf('SYSTEM')],
  ])('is for %s, by every way to it', async (_, viewer) => {
    expect(await seen(viewer())).toEqual([true, true, true]);
  });

  test.each([
    ['another doctor', () => viewerOf('DOCTOR', { doctor: randomUUID() })],
    ['STAFF of another clinic', () => staffOf(randomUUID())],
    ['STAFF of no clinic', () => staffOf()],
    ['a patient', newPatient],
    ['a partner', () => viewerOf('PARTNER')],
    ['a visitor', () => anonymous],
  ])('is not for %s, who cannot tell it from one that does not exist', async (_, viewer) => {
    expect(await seen(viewer())).toEqual([false, false, false]);
  });

  test('shows STAFF the rules and exceptions of their clinics and those of all clinics', async () => {
    const { db } = appointments;
    const shared = await appointments.newPractice();
    const elsewhere = randomUUID();
    const exception = { schedule_id: shared.schedule, kind: 'unavailable', during: '[2030-01-01,2030-01-02)' };
    await db
      .insertInto('availability_exception')
      .values([shared.clinic, elsewhere, null].map((clinic_id) => ({ ...exception, clinic_id })))
      .execute();
    await db
      .insertInto('availability_rule')
      .values({
        schedule_id: shared.schedule,
        clinic_id: elsewhere,
        day_of_week: 1,
        starts: '23:00',
        ends: '23:30',
        time_zone: 'UTC',
        valid_from: '2020-01-01',
      })
      .execute();
    const query = `query ($id: ID!) {
      schedule(id: $id) {
        availabilityRules { totalCount edges { node { clinic { id } } } }
        availabilityExceptions { totalCount edges { node { clinic { id } } } }
      }
    }`;
    const counts = async (viewer: Parameters<Appointments['execute']>[0]) => {
      const { data } = await appointments.execute<{
        schedule: Record<string, { totalCount: number; edges: unknown[] }>;
      }>(viewer, query, { id: scheduleId(shared) });
      return Object.values(data.schedule).map(({ totalCount, edges }) => [totalCount, edges.length]);
    };
    expect(await counts(staffOf(shared.clinic))).toEqual([
      [7, 7],
      [2, 2],
    ]);
    expect(await counts(doctorOf(shared))).toEqual([
      [8, 8],
      [3, 3],
    ]);
  });

  test('takes as many statements for a hundred doctors as for one', async () => {
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Doctor {
          schedule {
            slotMinutes
            availabilityRules(first: 3) { totalCount edges { node { startTime } } }
            availabilityExceptions(first: 3) { totalCount edges { node { start } } }
          }
        }
      }
    }`;
    const many = await Promise.all(Array.from({ length: 100 }, () => appointments.newPractice()));
    for (const count of [1, 20, 100]) {
      const representations = many.slice(0, count).map((one) => ({ __typename: 'Doctor', id: doctorId(one) }));
      const { data, statements } = await appointments.execute<{
        _entities: { schedule: { availabilityRules: unknown } }[];
      }>(admin, query, { representations });
      expect(data._entities).toHaveLength(count);
      expect(data._entities.at(-1)?.schedule.availabilityRules).toMatchObject({ totalCount: 7 });
      // Schedules, rules, their counts, exceptions, their counts.
      expect(statements.reduce((total, statement) => total + statement.count, 0)).toBe(5);
    }
  });
});

describe('setting up a schedule', () => {
  const settings = { timeZone: 'Europe/Madrid', slotMinutes: 20 };

  test.each([
    ['the doctor', (doctor: string) => viewerOf('DOCTOR', { doctor })],
    ['STAFF of the clinic', (_: string, clinic: string) => staffOf(clinic)],
    ['ADMIN', () => admin],
  ])('is for %s', async (_, viewerFor) => {
    const { doctor, clinic } = await newDoctor(appointments);
    const input = { doctor: doctorId({ doctor }), ...settings };
    const fields = 'schedule { id version slotMinutes minimumNoticeMinutes doctor { id } }';
    const { payload, refusal, error } = await plan(
      appointments,
      viewerFor(doctor, clinic),
      'createSchedule',
      input,
      fields,
    );
    expect({ refusal, error }).toEqual({ refusal: null, error: null });
    expect(payload?.['schedule']).toMatchObject({ version: 1, slotMinutes: 20, doctor: { id: input.doctor } });
  });

  test.each([
    ['a visitor', () => anonymous, 'UNAUTHENTICATED'],
    ['a patient', newPatient, 'FORBIDDEN'],
    ['another doctor', () => viewerOf('DOCTOR', { doctor: randomUUID() }), 'FORBIDDEN'],
    ['STAFF of another clinic', () => staffOf(randomUUID()), 'FORBIDDEN'],
  ])('is not for %s', async (_, viewer, code) => {
    const { doctor } = await newDoctor(appointments);
    const { error } = await plan(appointments, viewer(), 'createSchedule', {
      doctor: doctorId({ doctor }),
      ...settings,
    });
    expect(error).toBe(code);
  });

  test('happens once a doctor, however many try at the same time', async () => {
    const { doctor } = await newDoctor(appointments);
    const input = { doctor: doctorId({ doctor }), ...settings };
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => plan(appointments, admin, 'createSchedule', input, 'schedule { id }')),
    );
    const refusals = outcomes.map(({ refusal }) => refusal).filter((refusal) => refusal !== null);
    expect(refusals).toEqual(Array(19).fill('SCHEDULE_EXISTS input.doctor'));
  });

  test('is refused for a doctor that nobody knows', async () => {
    const input = { doctor: toGlobalId('Doctor', randomUUID()), ...settings };
    expect((await plan(appointments, admin, 'createSchedule', input)).refusal).toBe('NOT_FOUND input.doctor');
  });

  test.each([
    [{ timeZone: 'Mars/Olympus' }, 'BAD_USER_INPUT input.timeZone'],
    [{ slotMinutes: 4 }, 'BAD_USER_INPUT input.slotMinutes'],
    [{ minimumNoticeMinutes: -1 }, 'BAD_USER_INPUT input.minimumNoticeMinutes'],
    [{ planningHorizonDays: 731 }, 'BAD_USER_INPUT input.planningHorizonDays'],
    [{ doctor: toGlobalId('Clinic', randomUUID()) }, 'BAD_USER_INPUT input.doctor'],
  ])('is refused with %j', async (wrong, error) => {
    const input = { doctor: doctorId(practice), ...settings, ...wrong };
    expect((await plan(appointments, admin, 'createSchedule', input)).error).toBe(error);
  });
});

describe('changing a schedule', () => {
  test('raises its version and tells of it', async () => {
    const own = await appointments.newPractice();
    const input = { schedule: scheduleId(own), expectedVersion: 1, slotMinutes: 10, planningHorizonDays: 30 };
    const fields = 'schedule { version slotMinutes planningHorizonDays maxOverbooking }';
    const { payload } = await plan(appointments, doctorOf(own), 'updateSchedule', input, fields);
    expect(payload?.['schedule']).toEqual({ version: 2, slotMinutes: 10, planningHorizonDays: 30, maxOverbooking: 1 });
    expect(await toldVersions(appointments, own.schedule)).toEqual([2]);
  });

  test('is refused where it changed since it was read', async () => {
    const own = await appointments.newPractice();
    const input = { schedule: scheduleId(own), expectedVersion: 1, slotMinutes: 10 };
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => plan(appointments, admin, 'updateSchedule', input)),
    );
    expect(outcomes.filter(({ refusal }) => refusal === null)).toHaveLength(1);
    expect(outcomes.filter(({ refusal }) => refusal === 'VERSION_CONFLICT input.expectedVersion')).toHaveLength(9);
  });

  test('is not found by those who may not see it', async () => {
    const input = { schedule: scheduleId(practice), slotMinutes: 10 };
    expect((await plan(appointments, staffOf(randomUUID()), 'updateSchedule', input)).refusal).toBe(
      'NOT_FOUND input.schedule',
    );
    expect((await plan(appointments, newPatient(), 'updateSchedule', input)).error).toBe('FORBIDDEN');
  });
});
