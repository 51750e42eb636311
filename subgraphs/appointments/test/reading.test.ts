import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { system, type Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewerOf } from '../../../test/kit/subgraph.ts';
import {
  type Appointments,
  ahead,
  doctorOf,
  newPatient,
  type Practice,
  show,
  staffOf,
  startAppointments,
} from './fixture.ts';

interface List {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string; readonly start: string };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  readonly totalCount?: number;
}

/** Two clinics; the doctor of the first has four patients with 30 appointments each, one an hour, then one a day. */
let appointments: Appointments;
let here: Practice;
let elsewhere: Practice;
const patients: Viewer[] = Array.from({ length: 4 }, newPatient);
const [ada = newPatient()] = patients;

beforeAll(async () => {
  appointments = await startAppointments();
  here = await appointments.newPractice();
  elsewhere = await appointments.newPractice();
  await Promise.all(
    patients.map(async (patient, index) => {
      for (let day = 2; day < 32; day += 1) {
        await appointments.book(patient, here, { start: ahead(day, `1${index}:00`), reason: 'a cough' });
      }
    }),
  );
  await appointments.book(ada, elsewhere, { start: ahead(2, '18:00') });
});
afterAll(() => appointments.stop());

const listFields = 'edges { cursor node { id start } } pageInfo { hasNextPage hasPreviousPage }';

async function list(viewer: Viewer, args: string, fields = listFields): Promise<List> {
  const { data, errors } = await appointments.execute<{ appointments: List }>(
    viewer,
    `{ appointments${args === '' ? '' : `(${args})`} { ${fields} } }`,
  );
  expect(errors).toEqual([]);
  return data.appointments;
}

const count = async (viewer: Viewer, filter = '') =>
  (await list(viewer, filter === '' ? '' : `filter: { ${filter} }`, `totalCount ${listFields}`)).totalCount;

test('everybody sees their own: patients, doctors, clinics, and those who see all', async () => {
  expect(await count(ada)).toBe(31);
  expect(await count(doctorOf(here))).toBe(120);
  expect(await count(doctorOf(elsewhere))).toBe(1);
  expect(await count(staffOf(here.clinic))).toBe(120);
  expect(await count(staffOf(here.clinic, elsewhere.clinic))).toBe(121);
  expect(await count(staffOf())).toBe(0);
  expect(await count(viewerOf('ADMIN'))).toBe(121);
  expect(await count(system)).toBe(121);
  expect(await count(viewerOf('PARTNER'))).toBe(0);
  const { errors } = await appointments.execute(viewerOf('ANONYMOUS'), '{ appointments { totalCount } }');
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('an appointment of others is not there, by whatever way it is asked for', async () => {
  const { edges } = await list(ada, 'first: 1');
  const id = edges[0]?.node.id ?? '';
  const ways = `query ($id: ID!, $representations: [_Any!]!) {
    appointment(id: $id) { id }
    _entities(representations: $representations) { ... on Appointment { id } }
  }`;
  const representations = [
    { __typename: 'Appointment', id },
    { __typename: 'Appointment', nodeId: id },
  ];
  const ask = async (viewer: Viewer) => (await appointments.execute(viewer, ways, { id, representations })).data;
  expect(await ask(ada)).toEqual({ appointment: { id }, _entities: [{ id }, { id }] });
  for (const stranger of [newPatient(), doctorOf(elsewhere), staffOf(elsewhere.clinic), viewerOf('PARTNER')]) {
    expect(await ask(stranger)).toEqual({ appointment: null, _entities: [null, null] });
  }
});

test('why a patient comes is for the patient, the doctor and the clinic, not for ADMIN', async () => {
  const reasons = async (viewer: Viewer) => {
    const { data } = await appointments.execute<{ appointments: { edges: { node: { reason: string | null } }[] } }>(
      viewer,
      `{ appointments(first: 1, filter: { clinic: "${toGlobalId('Clinic', here.clinic)}" }) { edges { node { reason } } } }`,
    );
    return data.appointments.edges.map(({ node }) => node.reason);
  };
  for (const viewer of [ada, doctorOf(here), staffOf(here.clinic), system])
    expect(await reasons(viewer)).toEqual(['a cough']);
  expect(await reasons(viewerOf('ADMIN'))).toEqual([null]);
});

test('filters narrow a list, alone and together', async () => {
  const staff = staffOf(here.clinic);
  const patient = toGlobalId('Patient', ada.patient ?? '');
  expect(await count(staff, `patient: "${patient}"`)).toBe(30);
  expect(await count(staff, `doctor: "${toGlobalId('Doctor', here.doctor)}"`)).toBe(120);
  expect(await count(staff, `doctor: "${toGlobalId('Doctor', elsewhere.doctor)}"`)).toBe(0);
  expect(await count(staff, `clinic: "${toGlobalId('Clinic', elsewhere.clinic)}"`)).toBe(0);
  expect(await count(staff, `service: "${toGlobalId('HealthcareService', here.service)}"`)).toBe(120);
  expect(await count(staff, 'modality: VIDEO')).toBe(0);
  expect(await count(staff, 'status: [BOOKED, ARRIVED]')).toBe(120);
  expect(await count(staff, 'status: [CANCELLED]')).toBe(0);
  expect(await count(staff, 'status: []')).toBe(0);
  const range = `dateRange: { from: "${ahead(2, '10:00')}", to: "${ahead(3, '10:00')}" }`;
  expect(await count(staff, range)).toBe(4);
  expect(await count(staff, `${range}, patient: "${patient}", status: [BOOKED], modality: IN_PERSON`)).toBe(1);
});

test.for(['START_ASC', 'START_DESC'])('pages in %s, forwards and backwards, are the whole list', async (order) => {
  for (const viewer of [ada, staffOf(here.clinic, elsewhere.clinic), viewerOf('ADMIN')]) {
    const whole = (await list(viewer, `first: 100, orderBy: ${order}`)).edges.map(({ node }) => node.id);
    const rest = (await list(viewer, `last: 31, orderBy: ${order}`)).edges.map(({ node }) => node.id);
    const expected = [...new Set([...whole, ...rest])];
    expect(await walk(viewer, order, 'first', 'after')).toEqual(expected);
    expect(await walk(viewer, order, 'last', 'before')).toEqual(expected);
  }
});

async function walk(
  viewer: Viewer,
  order: string,
  size: 'first' | 'last',
  side: 'after' | 'before',
): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await list(viewer, `${size}: 7, orderBy: ${order}${cursor && `, ${side}: "${cursor}"`}`);
    const ids = page.edges.map(({ node }) => node.id);
    if (size === 'first') seen.push(...ids);
    else seen.unshift(...ids);
    const edge = size === 'first' ? page.edges.at(-1) : page.edges[0];
    const more = size === 'first' ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage;
    if (!more || edge === undefined) return seen;
    cursor = edge.cursor;
  }
}

test('a page goes on where it stopped, whatever was booked before its cursor', async () => {
  const patient = newPatient();
  for (const day of [40, 41, 42]) await appointments.book(patient, here, { start: ahead(day, '09:00') });
  const first = await list(patient, 'first: 2');
  await appointments.book(patient, here, { start: ahead(39, '09:00') });
  const next = await list(patient, `first: 2, after: "${first.edges[1]?.cursor}"`);
  expect(next.edges.map(({ node }) => node.start)).toEqual([ahead(42, '09:00')]);
});

const nested = `query ($representations: [_Any!]!, $first: Int!) {
  _entities(representations: $representations) {
    ... on Doctor { appointments(first: $first) { edges { node { id start patient { id } } } } }
    ... on Patient { appointments(first: $first, orderBy: START_DESC) { totalCount edges { node { id start } } } }
    ... on Clinic { appointments(first: $first) { edges { node { id events(first: 1) { edges { node { type } } } } } } }
  }
}`;

test('the next 5 appointments of each of 20 doctors are one statement', async () => {
  const doctors = [here.doctor, elsewhere.doctor, ...Array.from({ length: 18 }, () => randomUUID())];
  const representations = doctors.map((doctor) => ({ __typename: 'Doctor', id: toGlobalId('Doctor', doctor) }));
  const { data, statements } = await appointments.execute<{ _entities: { appointments: List }[] }>(system, nested, {
    representations,
    first: 5,
  });
  expect(data._entities.map((doctor) => doctor.appointments.edges.length)).toEqual([5, 1, ...Array(18).fill(0)]);
  expect(show('next 5 of 20 doctors', statements)).toBe(1);
});

test('pages of 1, 20 and 100 parents cost the same number of statements', async () => {
  const sent = async (parents: number) => {
    const several = Array.from({ length: parents }, (_, index) => patients[index]?.patient ?? randomUUID());
    const representations = [
      ...several.map((patient) => ({ __typename: 'Patient', id: toGlobalId('Patient', patient) })),
      ...several.map((_, index) => ({
        __typename: 'Clinic',
        id: toGlobalId('Clinic', index === 0 ? here.clinic : randomUUID()),
      })),
    ];
    const { statements, errors } = await appointments.execute(viewerOf('ADMIN'), nested, { representations, first: 5 });
    expect(errors).toEqual([]);
    return show(`${parents} patients and ${parents} clinics`, statements);
  };
  // Appointments of the patients and their number, appointments of the clinics and their events.
  expect([await sent(1), await sent(20), await sent(100)]).toEqual([4, 4, 4]);
});

test('lists of 1, 20 and 100 appointments with all that hangs on them cost the same number of statements', async () => {
  const fields = `totalCount edges { node {
    id start end status modality version reason createdAt updatedAt
    doctor { id } patient { id } clinic { id } service { id } schedule { id slotMinutes }
    events(first: 3) { totalCount edges { node { number type actorRole occurredAt } } }
  } }`;
  const sent = async (first: number) => {
    const { statements, errors, data } = await appointments.execute<{ appointments: List }>(
      staffOf(here.clinic),
      `query List($first: Int!) { appointments(first: $first) { ${fields} } }`,
      { first },
    );
    expect(errors).toEqual([]);
    expect(data.appointments.edges).toHaveLength(first);
    return show(`${first} appointments`, statements);
  };
  expect([await sent(1), await sent(20), await sent(100)]).toEqual([5, 5, 5]);
});

test('a nested list is narrowed to what the viewer may see', async () => {
  const representations = [{ __typename: 'Patient', id: toGlobalId('Patient', ada.patient ?? '') }];
  const seenBy = async (viewer: Viewer) => {
    const { data } = await appointments.execute<{ _entities: { appointments: List }[] }>(viewer, nested, {
      representations,
      first: 100,
    });
    return data._entities[0]?.appointments.totalCount;
  };
  expect(await seenBy(ada)).toBe(31);
  expect(await seenBy(doctorOf(elsewhere))).toBe(1);
  expect(await seenBy(staffOf(here.clinic))).toBe(30);
  expect(await seenBy(newPatient())).toBe(0);
  expect(await seenBy(viewerOf('ANONYMOUS'))).toBe(0);
});

test('a statement selects only what the operation does', async () => {
  const { statements } = await appointments.execute(ada, '{ appointments(first: 1) { edges { node { status } } } }');
  expect(statements).toHaveLength(1);
  expect(statements[0]?.sql).not.toContain('"reason"');
  expect(statements[0]?.sql).not.toContain('"service_id"');
});

test.for([
  ['appointment(id: "appointment_1") { id }', 'id'],
  [`appointment(id: "${toGlobalId('Doctor', randomUUID())}") { id }`, 'id'],
  ['appointments(first: -1) { totalCount }', 'first'],
  ['appointments(first: 1000000) { totalCount }', 'first'],
  ['appointments(first: 1, last: 1) { totalCount }', 'last'],
  ['appointments(after: "abc") { totalCount }', 'after'],
  ['appointments(filter: { doctor: "doctor_x" }) { totalCount }', 'filter.doctor'],
  [
    'appointments(filter: { dateRange: { from: "2027-01-02T00:00:00Z", to: "2027-01-01T00:00:00Z" } }) { totalCount }',
    'filter.dateRange.to',
  ],
] as const)('%s is bad input', async ([field, argument]) => {
  const { errors } = await appointments.execute(ada, `{ ${field} }`);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
});

test('a cursor of one order is refused in another', async () => {
  const { edges } = await list(ada, 'first: 1');
  const { errors } = await appointments.execute(
    ada,
    `{ appointments(orderBy: START_DESC, after: "${edges[0]?.cursor}") { totalCount } }`,
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
});

test('why a patient no longer comes is for the patient, the doctor and the clinic, not for ADMIN', async () => {
  const practice = await appointments.newPractice();
  const patient = newPatient();
  const appointment = await appointments.book(patient, practice, { start: ahead(20, '09:00') });
  await appointments.change(patient, 'cancelAppointment', { appointment, reason: 'the cough is gone' });
  const reason = async (viewer: Viewer) => {
    const query = 'query ($appointment: ID!) { appointment(id: $appointment) { cancellationReason } }';
    return (await appointments.execute(viewer, query, { appointment })).data['appointment'];
  };
  for (const viewer of [patient, doctorOf(practice), staffOf(practice.clinic), system])
    expect(await reason(viewer)).toEqual({ cancellationReason: 'the cough is gone' });
  expect(await reason(viewerOf('ADMIN'))).toEqual({ cancellationReason: null });
});
