import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSamples } from '../explain/samples.ts';
import { onServer } from '../kit/admin.ts';
import { type Answer, type Query, startTestStack, type TestStack } from '../kit/stack.ts';
import { contentsOf } from './contents.ts';
import { expectRefusal } from './refusal.ts';

let stack: TestStack;
let admin: Query;
let ids: Awaited<ReturnType<typeof findSamples>>;
beforeAll(async () => {
  stack = await startTestStack();
  admin = await stack.signIn('admin@demo.local');
  ids = await onServer(stack.database.connectionString, findSamples);
});
afterAll(() => stack.stop());

async function cursorOf(list: string): Promise<string> {
  const answer = await admin<{ list: { edges: { cursor: string }[] } }>(`{ list: ${list} { edges { cursor } } }`);
  return answer.data?.list.edges[0]?.cursor ?? '';
}

const page = (list: string, cursor: string): Promise<Answer> =>
  admin(`query Page($cursor: String) { ${list} { edges { cursor } } }`, { cursor });

test.each([
  ['another list', 'clinics', 'doctors(after: $cursor)'],
  ['another order of the list', 'clinics', 'clinics(after: $cursor, orderBy: NAME_DESC)'],
  ['another list of the same name', 'doctors', 'clinics(first: 1) { edges { node { services(after: $cursor)'],
])('a cursor of %s is refused', async (what, from, list) => {
  const nested = list.includes('{ node {');
  const cursor = await cursorOf(from);
  const answer = nested
    ? await admin(`query Page($cursor: String) { ${list} { totalCount } } } } }`, { cursor })
    : await page(list, cursor);
  expectRefusal(answer, 'after', what);
});

test('a cursor is refused wherever one of its bits is changed', async () => {
  const bytes = Buffer.from(await cursorOf('clinics'), 'base64url');
  expect((await page('clinics(before: $cursor)', bytes.toString('base64url'))).errors).toBeUndefined();
  for (const [place, byte] of bytes.entries()) {
    const tampered = Buffer.from(bytes);
    tampered[place] = byte ^ 1;
    expectRefusal(await page('clinics(before: $cursor)', tampered.toString('base64url')), 'before', `byte ${place}`);
  }
});

test.each([
  'clinics',
  'doctors',
  'patients',
  'appointments',
  'medicalRecords',
  'slotHolds',
  'healthcareServices',
  'specializations',
])('%s takes first or last, not both', async (list) => {
  expectRefusal(await admin(`{ ${list}(first: 1, last: 1) { totalCount } }`), 'last', list);
  expectRefusal(await admin(`{ ${list}(first: 0, last: 0) { totalCount } }`), 'last', list);
});

const early = '2026-03-03T10:00:00Z';
const late = '2026-03-03T11:00:00Z';

test.each([['appointments(filter: { dateRange: $range })'], ['medicalRecords(filter: { dateRange: $range })']])(
  'a reversed or empty range of %s is refused',
  async (list) => {
    const query = `query Range($range: DateTimeRange) { ${list} { totalCount } }`;
    for (const range of [
      { from: late, to: early },
      { from: early, to: early },
    ]) {
      expectRefusal(await admin(query, { range }), 'filter.dateRange.to', list);
    }
  },
);

test('a period of slots is refused where it is reversed, empty or very long', async () => {
  const query = `query Slots($doctor: ID!, $service: ID!, $from: DateTime!, $to: DateTime!) {
    doctor(id: $doctor) { availableSlots(service: $service, from: $from, to: $to) { totalCount } }
  }`;
  const given = { doctor: ids.Doctor, service: ids.HealthcareService };
  for (const [from, to] of [
    [late, early],
    [early, early],
    [early, '2036-03-03T10:00:00Z'],
  ]) {
    expectRefusal(await admin(query, { ...given, from, to }), 'to', `${from} to ${to}`);
  }
});

test('reversed periods write nothing', async () => {
  const before = await contentsOf(stack.database);
  const schedule = ids.Schedule;
  const rule = { schedule, clinic: ids.Clinic, dayOfWeek: 'MONDAY', startTime: '09:00', endTime: '10:00' };
  const cases: [mutation: string, input: Record<string, unknown>, argument: string][] = [
    ['createAvailabilityException', { schedule, kind: 'UNAVAILABLE', start: late, end: early }, 'input.end'],
    ['createAvailabilityRule', { ...rule, startTime: '11:00' }, 'input.endTime'],
    [
      'joinWaitlist',
      { doctor: ids.Doctor, service: ids.HealthcareService, patient: ids.Patient, from: late, to: early },
      'input.to',
    ],
    ['createAvailabilityRule', { ...rule, validFrom: '2026-03-03', validTo: '2026-03-02' }, 'input.validTo'],
    ['updateAvailabilityRule', { availabilityRule: ids.AvailabilityRule, startTime: '23:59' }, 'input.endTime'],
  ];
  for (const [mutation, input, argument] of cases) {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation Reversed($given: ${type}) { ${mutation}(input: $given) { userErrors { code } } }`;
    expectRefusal(await admin(query, { given: input }), argument, mutation);
  }
  expect(await contentsOf(stack.database)).toEqual(before);
});

test.each([
  ['the default of a variable', 'query ($first: Int = -1) { clinics(first: $first) { totalCount } }', 'first'],
  ['a default above int32', 'query ($first: Int = 99999999999) { clinics(first: $first) { totalCount } }', 'first'],
  ['an item of a list', '{ nodes(ids: ["nobody"]) { id } }', 'ids.0'],
  [
    'the second item of a list',
    '{ appointments(filter: { status: [BOOKED, LATE] }) { totalCount } }',
    'filter.status.1',
  ],
  ['a missing argument', 'mutation { createClinic { userErrors { code } } }', 'input'],
  ['a missing variable', 'query ($id: ID!) { clinic(id: $id) { name } }', 'id'],
  [
    'NUL in a default',
    'query ($by: String = "\\u0000") { clinics(filter: { city: $by }) { totalCount } }',
    'filter.city',
  ],
])('%s is refused at the argument it is for', async (what, query, argument) => {
  expectRefusal(await admin(query), argument, what);
});

test('text that is not safe is refused in variables that nothing takes, too', async () => {
  expectRefusal(await admin('{ viewer { role } }', { spare: ['fine', { deep: ['\0'] }] }), 'spare.1.deep.0', 'NUL');
  expectRefusal(await admin('{ viewer { role } }', { spare: { '\ud800': 1 } }), 'spare', 'a lone surrogate');
});

test('a document with a lone surrogate does not parse', async () => {
  const { status, errors } = await admin('{ clinics(filter: { city: "\\ud800" }) { totalCount } }');
  expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
});

test('a refusal before anything ran is 400 and has no data', async () => {
  const answer = await admin('query ($first: Int) { clinics(first: $first) { totalCount } }', { first: 2 ** 31 });
  expect(answer.status).toBe(400);
  expect(answer).not.toHaveProperty('data');
});
