import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createPatients } from '../src/server.ts';
import { eventsOf, foreign, type Person, people } from './people.ts';

const clinic = foreign('Clinic');
const doctor = foreign('Doctor');
const staff = viewerOf('STAFF', { clinics: [clinic.uuid] });

let patients: TestSubgraph;
let ana: Person;
let rosa: string;

beforeAll(async () => {
  patients = await startSubgraph(createPatients);
});
afterAll(() => patients.stop());

beforeEach(async () => {
  const { patient, register, treat, contact } = people(patients.pool);
  ana = await patient();
  await register(clinic.uuid, ana);
  await treat(doctor.uuid, clinic.uuid, ana);
  rosa = await contact(ana, 'Rosa');
});

const fields = 'id name phone email patient { version contacts { edges { node { name } } } }';
const operations = {
  add: `mutation ($input: AddPatientContactInput!) {
    result: addPatientContact(input: $input) { patientContact { ${fields} } userErrors { code field } }
  }`,
  update: `mutation ($input: UpdatePatientContactInput!) {
    result: updatePatientContact(input: $input) { patientContact { ${fields} } userErrors { code field } }
  }`,
  remove: `mutation ($input: RemovePatientContactInput!) {
    result: removePatientContact(input: $input) {
      patient { version contacts { edges { node { name } } } }
      userErrors { code field }
    }
  }`,
};

interface Result {
  readonly patientContact?: { readonly id: string } | null;
  readonly patient?: unknown;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

async function change(operation: keyof typeof operations, viewer: Viewer, input: Readonly<Record<string, unknown>>) {
  const { data, errors } = await patients.execute<{ result: Result }>(viewer, operations[operation], { input });
  return { ...data.result, errors };
}

const named = (...names: readonly string[]) => ({ edges: names.map((name) => ({ node: { name } })) });
const juan = { name: 'Juan', relationship: 'brother', email: 'juan@example.org' };

test('a contact is added, changed and removed, each a version of the patient', async () => {
  const added = await change('add', staff, { patient: ana.id, ...juan, expectedVersion: 1 });
  expect(added.patientContact).toMatchObject({
    name: 'Juan',
    patient: { version: 2, contacts: named('Rosa', 'Juan') },
  });

  const contact = added.patientContact?.id;
  const changed = await change('update', staff, { patientContact: contact, name: 'Juan Luis', phone: '+34911234568' });
  expect(changed.patientContact).toEqual({
    id: contact,
    name: 'Juan Luis',
    phone: '+34911234568',
    email: 'juan@example.org',
    patient: { version: 3, contacts: named('Rosa', 'Juan Luis') },
  });

  const removed = await change('remove', staff, { patientContact: rosa, expectedVersion: 3 });
  expect(removed).toMatchObject({ patient: { version: 4, contacts: named('Juan Luis') }, userErrors: [] });
  const told = (await eventsOf(patients.pool, ana.id)).map(({ type, version, payload }) => ({
    type,
    version,
    payload,
  }));
  expect(told).toEqual([2, 3, 4].map((version) => ({ type: 'patient.changed', version, payload: {} })));
});

test('a contact that nobody could reach is refused', async () => {
  const { email: _, ...silent } = juan;
  const unreachable = [{ code: 'CONTACT_UNREACHABLE', field: ['input', 'phone'] }];

  expect((await change('add', staff, { patient: ana.id, ...silent })).userErrors).toEqual(unreachable);
  expect((await change('update', staff, { patientContact: rosa, phone: null })).userErrors).toEqual(unreachable);
  const key = crypto.randomUUID();
  const keyed = { patientContact: rosa, phone: null, idempotencyKey: key };
  expect((await change('update', staff, keyed)).userErrors).toEqual(unreachable);
  expect((await change('update', staff, keyed)).userErrors).toEqual(unreachable);
  expect(await eventsOf(patients.pool, ana.id)).toEqual([]);
});

test.each<[string, () => Viewer]>([
  ['the patient', () => viewerOf('PATIENT', { patient: ana.uuid })],
  ['STAFF', () => staff],
  ['ADMIN', () => viewerOf('ADMIN')],
])('%s changes contacts', async (_, viewer) => {
  expect((await change('add', viewer(), { patient: ana.id, ...juan })).userErrors).toEqual([]);
  expect((await change('update', viewer(), { patientContact: rosa, name: 'Eva' })).userErrors).toEqual([]);
  expect((await change('remove', viewer(), { patientContact: rosa })).userErrors).toEqual([]);
});

test.each<[string, Viewer, string]>([
  ['ANONYMOUS', viewerOf('ANONYMOUS'), 'UNAUTHENTICATED'],
  ['the treating DOCTOR', viewerOf('DOCTOR', { doctor: doctor.uuid }), 'FORBIDDEN'],
  ['PARTNER', viewerOf('PARTNER'), 'FORBIDDEN'],
])('%s does not change contacts', async (_, viewer, code) => {
  const answers = [
    await change('add', viewer, { patient: ana.id, ...juan }),
    await change('update', viewer, { patientContact: rosa, name: 'Eva' }),
    await change('remove', viewer, { patientContact: rosa }),
  ];

  expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']))).toEqual([
    code,
    code,
    code,
  ]);
  expect(await eventsOf(patients.pool, ana.id)).toEqual([]);
});

test.each<[string, Viewer]>([
  ['another PATIENT', viewerOf('PATIENT', { patient: crypto.randomUUID() })],
  ['STAFF of another clinic', viewerOf('STAFF', { clinics: [crypto.randomUUID()] })],
])('%s is told that there is no such patient or contact', async (_, viewer) => {
  expect((await change('add', viewer, { patient: ana.id, ...juan })).userErrors).toEqual([
    { code: 'NOT_FOUND', field: ['input', 'patient'] },
  ]);
  const none = [{ code: 'NOT_FOUND', field: ['input', 'patientContact'] }];
  expect((await change('update', viewer, { patientContact: rosa, name: 'Eva' })).userErrors).toEqual(none);
  expect((await change('remove', viewer, { patientContact: rosa })).userErrors).toEqual(none);
});

test('a contact removed is removed once, and a repetition with its key gets the first answer', async () => {
  const keyed = { patientContact: rosa, idempotencyKey: crypto.randomUUID() };

  expect((await change('remove', staff, keyed)).userErrors).toEqual([]);
  expect(await change('remove', staff, keyed)).toMatchObject({ patient: { version: 2 }, userErrors: [] });
  expect((await change('remove', staff, { patientContact: rosa })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect((await change('update', staff, { patientContact: rosa })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
});

test('of 10 who remove a contact at once, one does', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => change('remove', staff, { patientContact: rosa })),
  );

  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  expect(await eventsOf(patients.pool, ana.id)).toHaveLength(1);
});

test('a change of another version is refused', async () => {
  const stale = [{ code: 'VERSION_CONFLICT', field: ['input', 'expectedVersion'] }];

  expect((await change('add', staff, { patient: ana.id, ...juan, expectedVersion: 2 })).userErrors).toEqual(stale);
  expect((await change('update', staff, { patientContact: rosa, expectedVersion: 2 })).userErrors).toEqual(stale);
  expect((await change('remove', staff, { patientContact: rosa, expectedVersion: 2 })).userErrors).toEqual(stale);
});

test.each<[keyof typeof operations, Record<string, unknown>, string]>([
  ['add', { name: '' }, 'name'],
  ['add', { relationship: 'x'.repeat(51) }, 'relationship'],
  ['add', { phone: 'x' }, 'phone'],
  ['add', { patient: toGlobalId('Doctor', crypto.randomUUID()) }, 'patient'],
  ['update', { patientContact: 'x' }, 'patientContact'],
  ['update', { email: '@' }, 'email'],
  ['remove', { patientContact: toGlobalId('Patient', crypto.randomUUID()) }, 'patientContact'],
])('%s %j is bad input', async (operation, wrong, argument) => {
  const right = operation === 'add' ? { patient: ana.id, ...juan } : { patientContact: rosa };

  const { errors } = await change(operation, staff, { ...right, ...wrong });

  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: `input.${argument}` });
});
