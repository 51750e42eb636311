import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { anonymous } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import { type Appointments, newPatient, type Practice, type PracticeOptions, startAppointments } from './fixture.ts';
import { clinicId, doctorId } from './planning.ts';

// A Thursday before the clocks of Europe change.
const now = new Date('2027-03-25T08:00:00Z');
let appointments: Appointments;

beforeAll(async () => {
  appointments = await startAppointments(() => now);
});
afterAll(() => appointments.stop());

interface Slots {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null; readonly startCursor: string };
  readonly edges: readonly {
    readonly node: { readonly start: string; readonly end: string; readonly modalities: string[] };
  }[];
}

const query = `query Slots(
  $representations: [_Any!]!, $from: DateTime!, $to: DateTime!, $service: ID!, $modality: Modality
  $first: Int, $after: String, $last: Int, $before: String
) {
  _entities(representations: $representations) {
    ... on Doctor {
      availableSlots(
        from: $from, to: $to, service: $service, modality: $modality
        first: $first, after: $after, last: $last, before: $before
      ) {
        totalCount
        pageInfo { hasNextPage startCursor endCursor }
        edges { node { start end modalities doctor { id } clinic { id } service { id } } }
      }
    }
  }
}`;

async function ask(doctors: readonly Practice[], variables: Record<string, unknown>, viewer = anonymous) {
  const representations = doctors.map((one) => ({ __typename: 'Doctor', id: doctorId(one) }));
  const { data, errors, statements } = await appointments.execute<{
    _entities: ({ availableSlots: Slots } | null)[] | null;
  }>(viewer, query, { representations, service: serviceId(doctors[0]), ...variables });
  return {
    slots: data._entities?.flatMap((entity) => entity?.availableSlots ?? []) ?? [],
    error: errors.map(({ extensions }) => `${extensions?.['code']} ${extensions?.['argument']}`)[0],
    statements: statements.reduce((total, { count }) => total + count, 0),
  };
}

async function starts(practice: Practice, variables: Record<string, unknown>): Promise<string[]> {
  const { slots, error } = await ask([practice], { first: 100, ...variables });
  expect(error).toBeUndefined();
  return slots[0]?.edges.map(({ node }) => node.start.slice(0, 16)) ?? [];
}

const serviceId = (practice: Practice | undefined): string => toGlobalId('HealthcareService', practice?.service ?? '');
const day = (date: string) => ({ from: `${date}T00:00:00Z`, to: `${date}T22:00:00Z` });
const morning = (options: PracticeOptions = {}) =>
  appointments.newPractice({ starts: '09:00', ends: '10:00', timeZone: 'Europe/Madrid', ...options });

describe('the available slots of a doctor', () => {
  test('are told to visitors, each with its place and the ways to meet', async () => {
    const practice = await morning();
    const { slots } = await ask([practice], day('2027-03-26'));
    expect(slots[0]?.edges.map(({ node }) => node)).toEqual(
      ['08:00', '08:15', '08:30'].map((time) => ({
        start: `2027-03-26T${time}:00.000Z`,
        end: new Date(Date.parse(`2027-03-26T${time}:00Z`) + 1_800_000).toISOString(),
        modalities: ['IN_PERSON', 'VIDEO'],
        doctor: { id: doctorId(practice) },
        clinic: { id: clinicId(practice) },
        service: { id: serviceId(practice) },
      })),
    );
  });

  test('are told by the clocks of the clinic on either side of their change', async () => {
    const practice = await morning();
    expect(await starts(practice, day('2027-03-27'))).toEqual(
      ['08:00', '08:15', '08:30'].map((time) => `2027-03-27T${time}`),
    );
    expect(await starts(practice, day('2027-03-28'))).toEqual(
      ['07:00', '07:15', '07:30'].map((time) => `2027-03-28T${time}`),
    );
  });

  test('leave out starts that the clocks skip', async () => {
    const practice = await morning({ starts: '01:30', ends: '04:00' });
    // At 01:00 UTC clocks go from 02:00 to 03:00.
    expect(await starts(practice, day('2027-03-28'))).toEqual(
      ['00:30', '00:45', '01:00', '01:15', '01:30'].map((time) => `2027-03-28T${time}`),
    );
  });

  test('keep clear of bookings and their buffers, and come back when one is cancelled', async () => {
    const practice = await morning({ bufferMinutes: 15, ends: '11:00' });
    const patient = newPatient();
    const booked = await appointments.book(patient, practice, { start: '2027-03-26T08:30:00Z' });
    // 08:30 to 09:15 is taken; a visit before it needs its own quarter of an hour to end by 08:30.
    expect(await starts(practice, day('2027-03-26'))).toEqual(['2027-03-26T09:15', '2027-03-26T09:30']);
    await appointments.change(patient, 'cancelAppointment', { appointment: booked });
    expect(await starts(practice, day('2027-03-26'))).toHaveLength(7);
  });

  test('are not held up by holds that ran out', async () => {
    const practice = await morning();
    const hold = { schedule_id: practice.schedule, status: 'busy_tentative' };
    const from = '2027-03-26T08:';
    await appointments.db
      .insertInto('slot_allocation')
      .values([
        { ...hold, appointment_id: randomUUID(), during: `[${from}00Z,${from}15Z)`, expires_at: now },
        {
          ...hold,
          appointment_id: randomUUID(),
          during: `[${from}45Z,${from}50Z)`,
          expires_at: new Date(now.getTime() + 1),
        },
      ])
      .execute();
    expect(await starts(practice, day('2027-03-26'))).toEqual(['2027-03-26T08:00', '2027-03-26T08:15']);
  });

  test('start after the notice that the doctor needs', async () => {
    const practice = await morning({ ends: '11:00' });
    // It is 09:00 in Madrid, and an hour's notice is needed.
    expect((await starts(practice, day('2027-03-25')))[0]).toBe('2027-03-25T09:00');
  });

  test('can each be booked, and nothing else can', async () => {
    const practice = await morning({ starts: '01:00', ends: '04:00', durationMinutes: 20 });
    const found = new Set(await starts(practice, day('2027-03-28')));
    const refusals = new Set<string>();
    for (let minute = 0; minute < 300; minute += 5) {
      const start = new Date(Date.parse('2027-03-27T23:00:00Z') + minute * 60_000).toISOString();
      const fresh = await morning({ starts: '01:00', ends: '04:00', durationMinutes: 20 });
      const outcome = await appointments.book(newPatient(), fresh, { start });
      const offered = found.has(start.slice(0, 16)) || start < '2027-03-28';
      if (outcome.startsWith('appointment_')) expect(offered).toBe(true);
      else {
        refusals.add(outcome);
        expect(found.has(start.slice(0, 16))).toBe(false);
      }
    }
    expect([...refusals].sort()).toEqual(['OFF_GRID', 'OUTSIDE_AVAILABILITY']);
  });

  test('are paged in both directions', async () => {
    const practice = await morning({ ends: '11:00' });
    const all = await starts(practice, day('2027-03-26'));
    const page = async (variables: Record<string, unknown>) => {
      const { slots } = await ask([practice], { ...day('2027-03-26'), ...variables });
      return slots[0] as Slots;
    };
    const startsOf = ({ edges }: Slots) => edges.map(({ node }) => node.start.slice(0, 16));
    const first = await page({ first: 3 });
    expect(startsOf(first)).toEqual(all.slice(0, 3));
    expect(first).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: true } });
    const second = await page({ first: 3, after: first.pageInfo.endCursor });
    expect(startsOf(second)).toEqual(all.slice(3, 6));
    const back = await page({ last: 2, before: second.pageInfo.startCursor });
    expect(startsOf(back)).toEqual(all.slice(1, 3));
    // The slot that a cursor stands on may be gone by then.
    await appointments.book(newPatient(), practice, { start: `${all[2]}:00Z` });
    expect(startsOf(await page({ first: 3, after: first.pageInfo.endCursor }))).toEqual(all.slice(4));
  });

  test.each([
    ['a service that nobody knows', () => ({ service: toGlobalId('HealthcareService', randomUUID()) })],
    ['a service of another specialization', async () => ({ service: serviceId(await morning()) })],
    ['a period long past', () => day('2020-03-26')],
    ['a period beyond the planning horizon', () => day('2029-12-26')],
  ])('are none for %s', async (_, variables) => {
    expect(await starts(await morning(), { ...day('2027-03-26'), ...(await variables()) })).toEqual([]);
  });

  test.each([
    ['a reversed period', { from: '2027-03-26T10:00:00Z', to: '2027-03-26T09:00:00Z' }, 'to'],
    ['an empty period', { from: '2027-03-26T10:00:00Z', to: '2027-03-26T10:00:00Z' }, 'to'],
    ['more than 31 days', { from: '2027-03-01T00:00:00Z', to: '2027-04-01T00:00:01Z' }, 'to'],
    ['an id of something else', { service: toGlobalId('Clinic', randomUUID()) }, 'service'],
    ['a negative page', { first: -1 }, 'first'],
    ['a page of a million', { first: 1_000_000 }, 'first'],
    ['two ends of a page', { first: 1, last: 1 }, 'last'],
    ['a cursor made up', { after: 'bm9uc2Vuc2U' }, 'after'],
    ['a date that does not exist', { from: '2027-02-30T00:00:00Z' }, 'from'],
  ])('are refused for %s', async (_, wrong, argument) => {
    const { error } = await ask([await morning()], { ...day('2027-03-26'), ...wrong });
    expect(error).toBe(`BAD_USER_INPUT ${argument}`);
  });

  test('take as many statements for a hundred doctors as for one', async () => {
    const practices = await Promise.all(Array.from({ length: 100 }, () => morning()));
    const [first] = practices;
    const { specialization_id } = await appointments.db
      .selectFrom('bookable_service')
      .select('specialization_id')
      .where('service_id', '=', first?.service ?? '')
      .executeTakeFirstOrThrow();
    await appointments.db
      .updateTable('doctor_directory')
      .set({ specialization_ids: [specialization_id], clinic_ids: [first?.clinic ?? ''] })
      .execute();
    await appointments.db
      .updateTable('availability_rule')
      .set({ clinic_id: first?.clinic ?? '' })
      .execute();
    const month = { from: '2027-04-01T00:00:00Z', to: '2027-05-01T00:00:00Z' };
    for (const count of [1, 20, 100]) {
      const { slots, statements } = await ask(practices.slice(0, count), month, viewerOf('ADMIN'));
      expect(slots.map(({ totalCount }) => totalCount)).toEqual(Array(count).fill(90));
      // Service, clinic, doctors, plans, allocations; the days of slots ask for the plans again, as nothing is kept here.
      expect(statements).toBe(6);
    }
  });
});
