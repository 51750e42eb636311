import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createPatients } from '../src/server.ts';
import { eventsOf, foreign, type Person, people } from './people.ts';

const clinic = foreign('Clinic');
const doctor = foreign('Doctor');
const admin = viewerOf('ADMIN');
const staff = viewerOf('STAFF', { clinics: [clinic.uuid] });
const asDoctor = viewerOf('DOCTOR', { doctor: doctor.uuid });

let patients: TestSubgraph;
let ana: Person;
let self: Viewer;

beforeAll(async () => {
  patients = await startSubgraph(createPatients);
});
afterAll(() => patients.stop());

beforeEach(async () => {
  const { patient, register, treat } = people(patients.pool);
  ana = await patient({ email: 'ana@example.org', phone: '+34911234567' });
  await register(clinic.uuid, ana);
  await treat(doctor.uuid, clinic.uuid, ana);
  self = viewerOf('PATIENT', { patient: ana.uuid });
});

interface Updated {
  readonly patient: Readonly<Record<string, unknown>> | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

async function update(viewer: Viewer, changes: Readonly<Record<string, unknown>>, patient = ana.id) {
  const query = `
    mutation ($input: UpdatePatientInput!) {
      updatePatient(input: $input) {
        patient { givenName email phone status version medicalHistory { allergies bloodType notes } }
        userErrors { code field }
      }
    }`;
  const { data, errors } = await patients.execute<{ updatePatient: Updated }>(viewer, query, {
    input: { patient, ...changes },
  });
  return { ...data.updatePatient, codes: errors.map(({ extensions }) => extensions['code']), errors };
}

test('fields left out stay, null clears, and the version tells of the change', async () => {
  const { patient, userErrors } = await update(self, { givenName: 'Ana María', email: null });

  expect(userErrors).toEqual([]);
  expect(patient).toMatchObject({ givenName: 'Ana María', email: null, phone: '+34911234567', version: 2 });
  expect(await eventsOf(patients.pool, ana.id)).toEqual([
    { aggregate_type: 'patient', type: 'patient.changed', version: 2, payload: {} },
  ]);
});

const history = { allergies: ['latex'], bloodType: 'A+', notes: 'Faints at needles.' };

test.each<[string, () => Viewer, Record<string, unknown>, string | null]>([
  ['the patient', () => self, { city: 'Madrid', language: 'es-ES', birthDate: '1981-05-17' }, null],
  ['the patient', () => self, { status: 'INACTIVE' }, 'FORBIDDEN'],
  ['the patient', () => self, { medicalHistory: history }, 'FORBIDDEN'],
  ['STAFF', () => staff, { givenName: 'Eva', status: 'INACTIVE' }, null],
  ['STAFF', () => staff, { medicalHistory: history }, 'FORBIDDEN'],
  ['ADMIN', () => admin, { givenName: 'Eva', status: 'INACTIVE' }, null],
  ['ADMIN', () => admin, { givenName: 'Eva', medicalHistory: history }, 'FORBIDDEN'],
  ['the treating DOCTOR', () => asDoctor, { medicalHistory: history }, null],
  ['the treating DOCTOR', () => asDoctor, { medicalHistory: history, phone: null }, 'FORBIDDEN'],
  ['SYSTEM', () => viewerOf('SYSTEM'), { medicalHistory: null, status: 'INACTIVE' }, null],
  ['PARTNER', () => viewerOf('PARTNER'), {}, 'FORBIDDEN'],
  ['ANONYMOUS', () => viewerOf('ANONYMOUS'), {}, 'UNAUTHENTICATED'],
])('%s changes %#: %o → %s', async (_, viewer, changes, code) => {
  const { codes, userErrors } = await update(viewer(), changes);

  expect(codes).toEqual(code === null ? [] : [code]);
  if (code === null) expect(userErrors).toEqual([]);
  else expect(await eventsOf(patients.pool, ana.id)).toEqual([]);
});

test('what a doctor writes the doctor and the patient read, and nobody else', async () => {
  const { patient } = await update(asDoctor, { medicalHistory: history });
  expect(patient).toMatchObject({ medicalHistory: history, version: 2 });

  const read = async (viewer: Viewer) => {
    const query = `{ patient(id: "${ana.id}") { medicalHistory { allergies bloodType notes } } }`;
    return (await patients.execute<{ patient: { medicalHistory: unknown } }>(viewer, query)).data.patient;
  };
  expect(await read(self)).toEqual({ medicalHistory: history });
  expect(await read(staff)).toEqual({ medicalHistory: null });
  expect(await read(admin)).toEqual({ medicalHistory: null });
  expect((await update(asDoctor, { medicalHistory: null })).patient).toMatchObject({ medicalHistory: null });
});

test.each<[string, () => Viewer]>([
  ['another PATIENT', () => viewerOf('PATIENT', { patient: crypto.randomUUID() })],
  ['STAFF of another clinic', () => viewerOf('STAFF', { clinics: [crypto.randomUUID()] })],
])('%s is told that there is no such patient', async (_, viewer) => {
  const { userErrors, codes } = await update(viewer(), { givenName: 'Eva' });

  expect(codes).toEqual([]);
  expect(userErrors).toEqual([{ code: 'NOT_FOUND', field: ['input', 'patient'] }]);
});

test('a doctor who does not treat the patient is told that there is no such patient', async () => {
  const stranger = viewerOf('DOCTOR', { doctor: crypto.randomUUID() });

  expect((await update(stranger, { medicalHistory: history })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
});

test('of 20 changes of one version one is made', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => update(staff, { givenName: `Ana ${index}`, expectedVersion: 1 })),
  );

  const refused = answers.flatMap(({ userErrors }) => userErrors);
  expect(refused).toEqual(Array(19).fill({ code: 'VERSION_CONFLICT', field: ['input', 'expectedVersion'] }));
  expect(await eventsOf(patients.pool, ana.id)).toHaveLength(1);
});

test('of 20 changes of any version each is made, and told in order', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => update(staff, { givenName: `Ana ${index}` })));

  const versions = (await eventsOf(patients.pool, ana.id)).map(({ version }) => version);
  expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
});

test('two changes in one operation answer each with its own', async () => {
  const query = `
    mutation ($patient: ID!) {
      first: updatePatient(input: { patient: $patient, givenName: "Eva" }) { patient { givenName version } }
      second: updatePatient(input: { patient: $patient, givenName: "Eva María" }) { patient { givenName version } }
    }`;

  const { data } = await patients.execute(staff, query, { patient: ana.id });

  expect(data).toEqual({
    first: { patient: { givenName: 'Eva', version: 2 } },
    second: { patient: { givenName: 'Eva María', version: 3 } },
  });
});

test('a repetition with its key changes nothing more', async () => {
  const change = { givenName: 'Eva', expectedVersion: 1, idempotencyKey: crypto.randomUUID() };

  await update(staff, change);
  const again = await update(staff, change);

  expect(again.userErrors).toEqual([]);
  expect(again.patient).toMatchObject({ givenName: 'Eva', version: 2 });
  expect(await eventsOf(patients.pool, ana.id)).toHaveLength(1);
});

test.each([
  ['givenName', null, 'givenName'],
  ['birthDate', '2199-12-31', 'birthDate'],
  ['email', 'x', 'email'],
  ['expectedVersion', 0, 'expectedVersion'],
  ['medicalHistory', { bloodType: 'green' }, 'medicalHistory.bloodType'],
  ['medicalHistory', { allergies: Array(51).fill('x') }, 'medicalHistory.allergies'],
  ['medicalHistory', { allergies: ['ok', ''] }, 'medicalHistory.allergies.1'],
  ['medicalHistory', { notes: 'x'.repeat(10_001) }, 'medicalHistory.notes'],
])('%s %j is bad input', async (field, value, argument) => {
  const { errors } = await update(viewerOf('SYSTEM'), { [field]: value });

  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: `input.${argument}` });
  expect(await eventsOf(patients.pool, ana.id)).toEqual([]);
});

test('the longest medical history that is taken fits the column', async () => {
  const entries = Array(50).fill('\u0001'.repeat(99).concat('x'));
  const longest = {
    allergies: entries,
    conditions: entries,
    medications: entries,
    notes: `${'\u0001'.repeat(9_999)}x`,
  };

  expect((await update(asDoctor, { medicalHistory: longest })).userErrors).toEqual([]);
});
