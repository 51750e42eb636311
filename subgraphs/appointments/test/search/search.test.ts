import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { anonymous } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../src/availability/zone-clock.ts';
import type { Search } from '../../src/search/criteria.ts';
import { type Appointments, startAppointments } from '../fixture.ts';
import { buildTown, slotsOfTown, type Town } from './town.ts';

// Clocks change in Madrid two days later, in Santiago and on Lord Howe nine.
const now = new Date('2027-03-26T10:22:30Z');
const doctorCount = 60;
let appointments: Appointments;
let town: Town;
let videoService = '';

beforeAll(async () => {
  appointments = await startAppointments(() => now);
  town = await buildTown(appointments, now, doctorCount);
  for (const service of town.services) {
    const slots = await slotsOfTown(
      appointments,
      town,
      { ...month, criteria: { ...nothing, service, modality: 'video' } },
      now,
    );
    if (slots.length > 100) videoService = service;
  }
}, 60_000);
afterAll(() => appointments.stop());

interface Page {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: {
      readonly start: string;
      readonly doctor: { readonly id: string };
      readonly clinic: { readonly id: string };
      readonly service: { readonly id: string };
      readonly modalities: readonly string[];
    };
  }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const query = `query Search($filter: AvailabilityFilter!, $first: Int, $after: String, $last: Int, $before: String) {
  searchAvailability(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { start doctor { id } clinic { id } service { id } modalities } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function page(filter: object, args: object): Promise<Page & { statements: number }> {
  const { data, errors, statements } = await appointments.execute<{ searchAvailability: Page }>(anonymous, query, {
    filter,
    ...args,
  });
  expect(errors).toEqual([]);
  return { ...data.searchAvailability, statements: statements.reduce((sum, { count }) => sum + count, 0) };
}

const shown = ({ edges }: Page) =>
  edges.map(({ node: { start, doctor, clinic, service, modalities } }) =>
    [start, doctor.id, clinic.id, service.id, modalities.join()].join(' '),
  );

const nothing: Search['criteria'] = {
  doctor: null,
  clinic: null,
  city: null,
  specialization: null,
  service: null,
  modality: null,
  language: null,
};
const month = {
  dayTimes: { timeOfDay: null, daysOfWeek: null, timeZone: null },
  period: { start: now.getTime(), end: now.getTime() + 31 * day },
};
const anyTime: Search['dayTimes'] = { timeOfDay: null, daysOfWeek: null, timeZone: null };

interface Case {
  readonly filter: object;
  readonly search: Partial<Search>;
}

const hours = (from: number, to: number) => ({
  from: new Date(now.getTime() + from * 3_600_000),
  to: new Date(now.getTime() + to * 3_600_000),
});
const periodOf = ({ from, to }: { from: Date; to: Date }) => ({ start: from.getTime(), end: to.getTime() });

/** Filters as a client writes them, and what they mean. */
function cases(): Record<string, Case> {
  const [specialization = ''] = town.specializations;
  const [, , , , clinic = ''] = town.clinics;
  const service = videoService;
  const of = (criteria: Partial<Search['criteria']>) => ({ criteria: { ...nothing, ...criteria } });
  return {
    anything: { filter: hours(0, 40), search: { period: periodOf(hours(0, 40)) } },
    'a specialization': {
      filter: { specialization: toGlobalId('Specialization', specialization), ...hours(-5, 48) },
      search: { ...of({ specialization }), period: { start: now.getTime(), end: now.getTime() + 48 * 3_600_000 } },
    },
    'a city, over the change of its clocks': {
      filter: { city: 'madrid', ...hours(24, 96) },
      search: { ...of({ city: 'madrid' }), period: periodOf(hours(24, 96)) },
    },
    'a clinic, over the change of its clocks': {
      filter: { clinic: toGlobalId('Clinic', clinic), ...hours(150, 290) },
      search: { ...of({ clinic }), period: periodOf(hours(150, 290)) },
    },
    'a service by video': {
      filter: { service: toGlobalId('HealthcareService', service), modality: 'VIDEO' },
      search: of({ service, modality: 'video' }),
    },
    'a language and a way to meet': {
      filter: { language: 'hi', modality: 'IN_PERSON', ...hours(0, 30) },
      search: { ...of({ language: 'hi', modality: 'in_person' }), period: periodOf(hours(0, 30)) },
    },
    'evenings and week days of the clinics': {
      filter: {
        timeOfDay: { from: '17:00', to: '20:30' },
        daysOfWeek: ['MONDAY', 'TUESDAY', 'SATURDAY'],
        ...hours(0, 150),
      },
      search: {
        dayTimes: { ...anyTime, timeOfDay: { start: 1_020, end: 1_230 }, daysOfWeek: [1, 2, 6] },
        period: periodOf(hours(0, 150)),
      },
    },
    'nights that begin on a Saturday, by the clocks of the viewer': {
      filter: {
        timeOfDay: { from: '22:00', to: '07:00' },
        daysOfWeek: ['SATURDAY'],
        timeZone: 'America/New_York',
        ...hours(0, 240),
      },
      search: {
        dayTimes: { timeOfDay: { start: 1_320, end: 420 }, daysOfWeek: [6], timeZone: 'America/New_York' },
        period: periodOf(hours(0, 240)),
      },
    },
  };
}

const names = [
  'anything',
  'a specialization',
  'a city, over the change of its clocks',
  'a clinic, over the change of its clocks',
  'a service by video',
  'a language and a way to meet',
  'evenings and week days of the clinics',
  'nights that begin on a Saturday, by the clocks of the viewer',
];

async function expected(name: string): Promise<{ filter: object; lines: string[] }> {
  const { filter, search } = cases()[name] as Case;
  const whole = { criteria: nothing, ...month, ...search };
  const slots = await slotsOfTown(appointments, town, whole, now);
  const lines = slots.map(({ start, doctor, clinic, service, modalities }) =>
    [
      start.toISOString(),
      toGlobalId('Doctor', doctor),
      toGlobalId('Clinic', clinic),
      toGlobalId('HealthcareService', service),
      modalities.map((modality) => modality.toUpperCase()).join(),
    ].join(' '),
  );
  return { filter, lines };
}

/** Names the first that differs: thousands of lines tell nothing. */
function expectSame(found: readonly string[], wanted: readonly string[]): void {
  const index = wanted.findIndex((line, at) => line !== found[at]);
  expect([index, found[index]]).toEqual([index, wanted[index]]);
  expect(found).toHaveLength(wanted.length);
}

describe.for(names)('a search for %s', (name) => {
  test('finds what every doctor offers, in order, page after page', async () => {
    const { filter, lines } = await expected(name);
    expect(lines.length).toBeGreaterThan(30);
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const next: Page = await page(filter, { first: found.length === 0 ? 7 : 100, after });
      found.push(...shown(next));
      expect(next.pageInfo.hasNextPage).toBe(found.length < lines.length);
      if (!next.pageInfo.hasNextPage || found.length > 1_000) break;
      after = next.pageInfo.endCursor;
    }
    expectSame(found, lines.slice(0, found.length));
  });

  test('finds the same from its end', async () => {
    const { filter, lines } = await expected(name);
    const found: string[] = [];
    for (let before: string | null = null; ; ) {
      const next: Page = await page(filter, { last: found.length === 0 ? 7 : 100, before });
      found.unshift(...shown(next));
      expect(next.pageInfo.hasPreviousPage).toBe(found.length < lines.length);
      if (!next.pageInfo.hasPreviousPage || found.length > 600) break;
      before = next.pageInfo.startCursor;
    }
    expectSame(found, lines.slice(-found.length));
  });
});
