import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createPatients } from '../src/server.ts';
import { eventsOf, foreign, people } from './people.ts';

const clinic = foreign('Clinic');
const staff = viewerOf('STAFF', { clinics: [clinic.uuid] });

let patients: TestSubgraph;

beforeAll(async () => {
  patients = await startSubgraph(createPatients);
});
afterAll(() => patients.stop());

interface Registered {
  readonly patient: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

let registered = 0;
/** Somebody whom no clinic knows yet. */
function newPerson(changes: Readonly<Record<string, unknown>> = {}) {
  registered += 1;
  return {
    clinic: clinic.id,
    givenName: 'Ana',
    familyName: `García ${registered}`,
    birthDate: '1980-05-17',
    timeZone: 'Europe/Madrid',
    ...changes,
  };
}

async function register(viewer: Viewer, input: Readonly<Record<string, unknown>>) {
  const query = `
    mutation ($input: RegisterPatientInput!) {
      registerPatient(input: $input) {
        patient { id givenName familyName birthDate gender email language timeZone status version }
        userErrors { code field }
      }
    }`;
  const { data, errors } = await patients.execute<{ registerPatient: Registered }>(viewer, query, { input });
  return { ...data.registerPatient, errors };
}

test.each([
  ['STAFF', staff],
  ['ADMIN', viewerOf('ADMIN')],
  ['SYSTEM', viewerOf('SYSTEM')],
])('%s registers a patient, whom the staff of the clinic see', async (_, viewer) => {
  const person = newPerson({ email: 'ana@example.org', gender: 'FEMALE', language: 'es' });

  const { patient, userErrors } = await register(viewer, person);

  const { clinic: _clinic, ...told } = person;
  expect(userErrors).toEqual([]);
  expect(patient).toEqual({ id: patient.id, ...told, status: 'ACTIVE', version: 1 });
  const { data } = await patients.execute(staff, `{ patient(id: "${patient.id}") { id } }`);
  expect(data).toEqual({ patient: { id: patient.id } });
});

test('what is left out takes its default', async () => {
  const { patient } = await register(staff, newPerson());

  expect(patient).toMatchObject({ gender: 'UNKNOWN', language: 'en', email: null });
});

test('registering tells of the patient by ids and the version alone', async () => {
  const { patient } = await register(staff, newPerson());

  expect(await eventsOf(patients.pool, patient.id)).toEqual([
    { aggregate_type: 'patient', type: 'patient.registered', version: 1, payload: { clinic: clinic.uuid } },
  ]);
});

test.each([
  ['ANONYMOUS', viewerOf('ANONYMOUS'), 'UNAUTHENTICATED'],
  ['PATIENT', viewerOf('PATIENT', { patient: crypto.randomUUID() }), 'FORBIDDEN'],
  ['DOCTOR', viewerOf('DOCTOR', { doctor: crypto.randomUUID() }), 'FORBIDDEN'],
  ['STAFF of another clinic', viewerOf('STAFF', { clinics: [crypto.randomUUID()] }), 'FORBIDDEN'],
  ['PARTNER', viewerOf('PARTNER'), 'FORBIDDEN'],
])('%s does not register patients', async (_, viewer, code) => {
  const person = newPerson();

  const { errors } = await register(viewer, person);

  expect(errors.map(({ extensions }) => extensions['code'])).toEqual([code]);
  expect(await named(person.familyName)).toBe(0);
});

async function named(familyName: string): Promise<number> {
  const { db } = people(patients.pool);
  const rows = await db.selectFrom('patient').select('id').where('family_name', '=', familyName).execute();
  return rows.length;
}

test('the same name, birth date and e-mail at the same clinic may be the same person', async () => {
  const person = newPerson({ email: 'ana@example.org' });
  await register(staff, person);

  const again = await register(staff, {
    ...person,
    givenName: 'ANA',
    familyName: person.familyName.toLowerCase(),
    email: 'Ana@Example.org',
  });

  expect(again.patient).toBeNull();
  expect(again.userErrors).toEqual([{ code: 'POSSIBLE_DUPLICATE', field: null }]);
  expect(await named(person.familyName)).toBe(1);
});

test('two without an e-mail may be the same person too', async () => {
  const person = newPerson();
  await register(staff, person);

  expect((await register(staff, person)).userErrors).toMatchObject([{ code: 'POSSIBLE_DUPLICATE' }]);
});

test('another birth date, e-mail or clinic is another person', async () => {
  const person = newPerson({ email: 'ana@example.org' });
  const elsewhere = foreign('Clinic');
  await register(staff, person);

  expect((await register(staff, { ...person, birthDate: '1980-05-18' })).userErrors).toEqual([]);
  expect((await register(staff, { ...person, email: 'other@example.org' })).userErrors).toEqual([]);
  expect((await register(staff, { ...person, email: null })).userErrors).toEqual([]);
  const other = viewerOf('STAFF', { clinics: [elsewhere.uuid] });
  expect((await register(other, { ...person, clinic: elsewhere.id })).userErrors).toEqual([]);
});

test('twins of one name are registered by force', async () => {
  const person = newPerson();
  await register(staff, person);

  expect((await register(staff, { ...person, force: true })).userErrors).toEqual([]);
  expect(await named(person.familyName)).toBe(2);
});

test('of 20 who register the same person at once, one does', async () => {
  const person = newPerson();

  const answers = await Promise.all(Array.from({ length: 20 }, () => register(staff, person)));

  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(answers.filter(({ patient }) => patient !== null)).toHaveLength(1);
  expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
    Array(19).fill('POSSIBLE_DUPLICATE'),
  );
  expect(await named(person.familyName)).toBe(1);
});

test('a repetition with its key gets the first answer, another request with it is refused', async () => {
  const person = newPerson({ idempotencyKey: crypto.randomUUID() });

  const answers = await Promise.all(Array.from({ length: 10 }, () => register(staff, person)));
  const other = await register(staff, { ...person, givenName: 'Eva' });

  expect(new Set(answers.map(({ patient }) => patient.id)).size).toBe(1);
  expect(other.userErrors).toEqual([{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['input', 'idempotencyKey'] }]);
  expect(await named(person.familyName)).toBe(1);
});

test.each([
  ['givenName', ''],
  ['givenName', 'x'.repeat(101)],
  ['familyName', '   '],
  ['birthDate', '1980-02-30'],
  ['birthDate', '2199-01-01'],
  ['email', 'nobody'],
  ['phone', '0911'],
  ['country', 'Spain'],
  ['language', 'not a language'],
  ['timeZone', 'Europe/Nowhere'],
  ['clinic', 'clinic_x'],
  ['clinic', foreign('Doctor').id],
  ['addressLine', 'x'.repeat(201)],
  ['idempotencyKey', 'x'.repeat(256)],
])('%s %j is bad input, and nothing is written', async (field, value) => {
  const person = newPerson();

  const { errors } = await register(staff, { ...person, [field]: value });

  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: `input.${field}` });
  expect(await named(person.familyName)).toBe(0);
});
