import { setImmediate } from 'node:timers/promises';
import { type Caches, noCaches } from '@consulta/platform/cache/cache';
import { type Installation, openInstallation } from '@consulta/platform/cache/fixture';
import { eventually } from '@consulta/platform/outbox/fixture';
import { anonymous } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { directoryOf, type Entry } from './directory.ts';

const redisUrl = inject('redisUrl');
const stores = [
  { store: 'memory', available: true, url: undefined },
  // A database of its own: there are as many words on freshness as there are files of tests.
  { store: 'Redis', available: redisUrl !== null, url: redisUrl === null ? undefined : new URL('/9', redisUrl).href },
];

let behind: TestSubgraph;
let directory: ReturnType<typeof directoryOf>;
const entries: Record<'clinic' | 'other' | 'specialization' | 'rare' | 'doctor' | 'service', Entry> = {} as never;
beforeAll(async () => {
  behind = await startSubgraph(createProviders);
  directory = directoryOf(behind.pool);
  entries.clinic = await directory.clinic();
  entries.other = await directory.clinic({ city: 'Sevilla' });
  entries.specialization = await directory.specialization();
  entries.rare = await directory.specialization();
  entries.service = await directory.service(entries.clinic, entries.specialization);
  await directory.service(entries.other, entries.specialization);
  const places = { clinics: [entries.clinic], specializations: [entries.specialization] };
  entries.doctor = await directory.doctor({ email: 'reach.me@clinic.example', phone: '+34600111222' }, places);
});
afterAll(() => behind.stop());

/** Another process over the same database. */
const startWith = (caches: Caches) => startSubgraph(createProviders, { caches, shared: behind.database });

const doctor = 'id name title languages biography status version createdAt updatedAt';
const clinic = 'id name addressLine city phone email status timeZone version updatedAt';
const specialization = 'id code name description version createdAt';
const service = 'id name durationMinutes modalities status version updatedAt';
const list = (fields: string) =>
  `{ totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${fields} } } }`;

/** All that is shown of the entries, alone and below each other, shown or searched for. */
const everything = `query ($doctor: ID!, $clinic: ID!, $specialization: ID!, $service: ID!) {
  doctor(id: $doctor) {
    ${doctor} clinics ${list(clinic)} specializations ${list(specialization)}
    services ${list(`${service} clinic { ${clinic} } specialization { ${specialization} }`)}
    closed: clinics(filter: { status: INACTIVE }) { totalCount }
  }
  clinic(id: $clinic) {
    ${clinic} doctors ${list(doctor)} services ${list(service)} specializations ${list(specialization)}
  }
  specialization(id: $specialization) { ${specialization} doctors ${list(doctor)} services ${list(service)} }
  healthcareService(id: $service) { ${service} clinic { ${clinic} } doctors ${list(doctor)} }
  doctors ${list(doctor)}
  inSevilla: doctors(filter: { city: "sevilla" }) ${list(doctor)}
  clinics ${list(clinic)}
  specializations ${list(specialization)}
  healthcareServices ${list(service)}
}`;
const variables = () => ({
  doctor: entries.doctor.id,
  clinic: entries.clinic.id,
  specialization: entries.specialization.id,
  service: entries.service.id,
});

const see = (subgraph: TestSubgraph) => subgraph.execute(anonymous, everything, variables());

/** Asks until all of it is kept: somebody has vouched, and no answer came too late. */
async function untilKept(subgraph: TestSubgraph): Promise<void> {
  const { errors, statements } = await eventually(
    () => see(subgraph),
    (answer) => answer.statements.length === 0,
  );
  expect({ errors, statements }).toEqual({ errors: [], statements: [] });
}

const admin = viewerOf('ADMIN');

/** What is changed, by which mutation, with which input. */
type Change = [what: string, mutation: string, noun: string, input: () => Record<string, unknown>];

const ofDoctor = (input: Record<string, unknown>) => () => ({ doctor: entries.doctor.id, ...input });
const ofClinic = (input: Record<string, unknown>) => () => ({ clinic: entries.clinic.id, ...input });
const changes: Change[] = [
  ['a name of the doctor', 'updateDoctor', 'doctor', ofDoctor({ familyName: 'Abad' })],
  [
    'a clinic that the doctor joins',
    ...(['updateDoctor', 'doctor'] as const),
    () => ({ doctor: entries.doctor.id, addClinics: [entries.other.id] }),
  ],
  [
    'a clinic that the doctor leaves',
    ...(['updateDoctor', 'doctor'] as const),
    () => ({ doctor: entries.doctor.id, removeClinics: [entries.clinic.id] }),
  ],
  [
    'and joins again',
    ...(['updateDoctor', 'doctor'] as const),
    () => ({ doctor: entries.doctor.id, addClinics: [entries.clinic.id] }),
  ],
  [
    'a specialization that the doctor takes up',
    ...(['updateDoctor', 'doctor'] as const),
    () => ({ doctor: entries.doctor.id, addSpecializations: [entries.rare.id] }),
  ],
  ['the name of the clinic', 'updateClinic', 'clinic', ofClinic({ name: 'Another name' })],
  [
    'the city of another clinic',
    ...(['updateClinic', 'clinic'] as const),
    () => ({ clinic: entries.other.id, city: 'Bilbao' }),
  ],
  ['the status of the clinic', 'updateClinic', 'clinic', ofClinic({ status: 'INACTIVE' })],
  ['and its return', 'updateClinic', 'clinic', ofClinic({ status: 'ACTIVE' })],
  [
    'the name of the specialization',
    ...(['updateSpecialization', 'specialization'] as const),
    () => ({ specialization: entries.specialization.id, name: 'Cardiology' }),
  ],
  [
    'how long the service takes',
    ...(['updateHealthcareService', 'healthcareService'] as const),
    () => ({ healthcareService: entries.service.id, durationMinutes: 45 }),
  ],
  [
    'the end of the service',
    ...(['updateHealthcareService', 'healthcareService'] as const),
    () => ({ healthcareService: entries.service.id, status: 'INACTIVE' }),
  ],
  [
    'a new service',
    ...(['createHealthcareService', 'healthcareService'] as const),
    () => ({
      ...{ clinic: entries.clinic.id, specialization: entries.rare.id, name: 'Rare', durationMinutes: 20 },
      modalities: ['VIDEO'],
    }),
  ],
  [
    'a new doctor',
    ...(['createDoctor', 'doctor'] as const),
    () => ({
      ...{ givenName: 'Eva', familyName: 'Lopez', languages: ['es'] },
      ...{ clinics: [entries.clinic.id], specializations: [entries.specialization.id] },
    }),
  ],
  ['the end of the doctor', 'updateDoctor', 'doctor', ofDoctor({ status: 'INACTIVE' })],
  ['and their return', 'updateDoctor', 'doctor', ofDoctor({ status: 'ACTIVE' })],
  [
    'a new specialization',
    ...(['createSpecialization', 'specialization'] as const),
    () => ({ code: `new-${Date.now()}`, name: 'New' }),
  ],
  [
    'a new clinic',
    ...(['createClinic', 'clinic'] as const),
    () => ({
      ...{ name: 'New', addressLine: '2 Main Street', city: 'Madrid', country: 'ES' },
      timeZone: 'Europe/Madrid',
    }),
  ],
];

describe.each(stores)('the directory kept in $store', ({ available, url }) => {
  let installation: Installation;
  let kept: TestSubgraph;
  beforeAll(async () => {
    if (!available) return;
    installation = openInstallation({ redisUrl: url, connectionString: behind.database.connectionString });
    await installation.startVouching();
    kept = await startWith(installation.newProcess().caches);
  });
  afterAll(async () => {
    await kept?.stop();
    await installation?.[Symbol.asyncDispose]();
  });

  test.runIf(available)('is the same as the one behind it, and takes no statement', async () => {
    await untilKept(kept);
    expect((await see(kept)).data).toEqual((await see(behind)).data);
  });

  test.runIf(available).each(changes)('shows %s wherever it is seen', async (_what, mutation, noun, input) => {
    await untilKept(kept);
    const before = await see(kept);

    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const changed = await kept.execute(
      admin,
      `mutation ($input: ${type}) { ${mutation}(input: $input) { ${noun} { id } userErrors { code } } }`,
      { input: input() },
    );
    expect(changed.errors).toEqual([]);
    expect(changed.data).toEqual({ [mutation]: { [noun]: { id: expect.any(String) }, userErrors: [] } });

    const after = await see(kept);
    expect(after.data).toEqual((await see(behind)).data);
    expect(after.data).not.toEqual(before.data);
    await untilKept(kept);
    expect((await see(kept)).data).toEqual(after.data);
  });

  test.runIf(available)('answers each change with what it made, while many read the same', async () => {
    const doctors = await Promise.all(
      Array.from({ length: 4 }, () => directory.doctor({}, { clinics: [entries.other] })),
    );
    const query = 'query ($id: ID!) { doctor(id: $id) { title version clinics { totalCount } } }';
    const read = async ({ id }: Entry) => {
      const { data, errors } = await kept.execute<{ doctor: { version: number } }>(anonymous, query, { id });
      expect(errors).toEqual([]);
      return data.doctor;
    };
    let done = false;
    const versions = doctors.map(async (entry) => {
      const seen: number[] = [];
      // What is kept in memory is read without ever waiting, which would leave no turn to who waits for the database.
      for (; !done; await setImmediate()) seen.push((await read(entry)).version);
      return seen;
    });
    const update = `mutation ($input: UpdateDoctorInput!) {
      updateDoctor(input: $input) { doctor { title clinics { totalCount } } }
    }`;
    await Promise.all(
      doctors.map(async (entry) => {
        for (let round = 1; round <= 10; round += 1) {
          const clinics =
            round % 2 === 1 ? { addClinics: [entries.clinic.id] } : { removeClinics: [entries.clinic.id] };
          const input = { doctor: entry.id, title: `Dr ${round}`, ...clinics };
          const { data } = await kept.execute(admin, update, { input });
          const made = { title: `Dr ${round}`, clinics: { totalCount: 1 + (round % 2) } };
          expect(data).toEqual({ updateDoctor: { doctor: made } });
          expect(await read(entry)).toEqual({ ...made, version: 1 + round });
        }
      }),
    );
    done = true;

    for (const seen of await Promise.all(versions)) expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  });

  test.runIf(available)('is not asked who may change a service', async () => {
    await untilKept(kept);
    const staff = viewerOf('STAFF', { clinics: [entries.clinic.uuid] });
    const { data, statements } = await kept.execute(
      staff,
      `mutation ($input: UpdateHealthcareServiceInput!) {
        updateHealthcareService(input: $input) { userErrors { code } }
      }`,
      { input: { healthcareService: entries.service.id, durationMinutes: 50 } },
    );
    expect(data).toEqual({ updateHealthcareService: { userErrors: [] } });
    expect(statements.map(({ sql }) => sql)).toContainEqual(
      expect.stringMatching(/^select "clinic_id" from "providers"."healthcare_service" where "id" =/),
    );
  });

  test.runIf(available)('does not tell how to reach a doctor: that is read whenever it is asked', async () => {
    await untilKept(kept);
    const query = `query ($id: ID!) {
      doctor(id: $id) { name email phone clinics { edges { node { doctors { edges { node { email } } } } } } }
    }`;
    const ask = (viewer = viewerOf('STAFF')) =>
      kept.execute<{ doctor: { email: string | null } }>(viewer, query, { id: entries.doctor.id });
    for (let asked = 1; asked <= 2; asked += 1) {
      const { data, statements } = await ask();
      expect(data.doctor.email).toBe('reach.me@clinic.example');
      expect(statements.map(({ field }) => field)).toEqual(expect.arrayContaining(['Doctor', 'Clinic.doctors']));
    }
    expect((await ask(anonymous)).data.doctor.email).toBeNull();
  });
});

test('how to reach a doctor is in nothing that is kept, whoever asks', async () => {
  const kept: unknown[] = [];
  const recording: Caches = {
    ...noCaches,
    define: <Value>() => ({
      async getMany(ids: readonly string[], fill: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
        const values = await fill(ids);
        kept.push(ids, [...values]);
        return new Map(ids.map((id) => [id, values.get(id) ?? null]));
      },
    }),
  };
  await using subgraph = await startWith(recording);
  await subgraph.execute(admin, everything, variables());
  const contact = 'edges { node { name email phone } }';
  const { errors } = await subgraph.execute(
    admin,
    `query ($id: ID!) { doctor(id: $id) { email phone clinics { edges { node { doctors { ${contact} } } } } } doctors { ${contact} } }`,
    { id: entries.doctor.id },
  );

  expect(errors).toEqual([]);
  const text = JSON.stringify(kept);
  expect(text).toContain(entries.doctor.uuid);
  expect(text).not.toMatch(/reach\.me|\+34600111222/);
});
