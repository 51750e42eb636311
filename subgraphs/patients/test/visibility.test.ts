import type { Viewer } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createPatients } from '../src/server.ts';
import { foreign, type Person, people } from './people.ts';

const history = { allergies: ['penicillin'], bloodType: '0+' };
const clinic = foreign('Clinic');
const otherClinic = foreign('Clinic');
const doctor = foreign('Doctor');

let patients: TestSubgraph;
let ana: Person;
let stranger: Person;
let viewers: Record<string, Viewer>;

beforeAll(async () => {
  patients = await startSubgraph(createPatients);
  const { patient, register, treat, contact } = people(patients.pool);
  ana = await patient({ medical_history: JSON.stringify(history) });
  stranger = await patient({ given_name: 'Luis', medical_history: JSON.stringify(history) });
  await contact(ana, 'Rosa');
  await contact(stranger, 'Eva');
  await register(clinic.uuid, ana);
  await register(otherClinic.uuid, stranger);
  await treat(doctor.uuid, clinic.uuid, ana);
  const treatedAt = foreign('Clinic');
  await treat(foreign('Doctor').uuid, treatedAt.uuid, ana);
  viewers = {
    PATIENT: viewerOf('PATIENT', { patient: ana.uuid }),
    DOCTOR: viewerOf('DOCTOR', { doctor: doctor.uuid }),
    'STAFF of the clinic of registration': viewerOf('STAFF', { clinics: [clinic.uuid] }),
    'STAFF of a clinic of treatment': viewerOf('STAFF', { clinics: [treatedAt.uuid] }),
    ADMIN: viewerOf('ADMIN'),
    SYSTEM: viewerOf('SYSTEM'),
    ANONYMOUS: viewerOf('ANONYMOUS'),
    PARTNER: viewerOf('PARTNER'),
    'another PATIENT': viewerOf('PATIENT', { patient: crypto.randomUUID() }),
    'a PATIENT without a patient': viewerOf('PATIENT'),
    'another DOCTOR': viewerOf('DOCTOR', { doctor: crypto.randomUUID() }),
    'a DOCTOR without a doctor': viewerOf('DOCTOR'),
    'STAFF elsewhere': viewerOf('STAFF', { clinics: [crypto.randomUUID()] }),
    'STAFF of no clinic': viewerOf('STAFF'),
  };
});
afterAll(() => patients.stop());

interface Seen {
  readonly id: string;
  readonly medicalHistory: { readonly allergies: readonly string[] } | null;
  readonly contacts: { readonly edges: readonly { readonly node: { readonly name: string } }[] };
}

const fields = 'id medicalHistory { allergies bloodType } contacts { edges { node { name patient { id } } } }';

/** Every way to a patient: each gives the patient with this id, or null. */
const paths: Record<string, (viewer: Viewer, id: string) => Promise<Seen | null>> = {
  async 'a root field'(viewer, id) {
    const query = `query ($id: ID!) { patient(id: $id) { ${fields} } }`;
    return (await patients.execute<{ patient: Seen | null }>(viewer, query, { id })).data.patient;
  },
  async 'a list'(viewer, id) {
    const query = `{ patients { edges { node { ${fields} } } } }`;
    const { data } = await patients.execute<{ patients: { edges: { node: Seen }[] } }>(viewer, query);
    return data.patients.edges.map(({ node }) => node).find((node) => node.id === id) ?? null;
  },
  async node(viewer, id) {
    const query = `query ($id: ID!) { node(id: $id) { ... on Patient { ${fields} } } }`;
    return (await patients.execute<{ node: Seen | null }>(viewer, query, { id })).data.node;
  },
  async nodes(viewer, id) {
    const query = `query ($id: ID!) { nodes(ids: [$id]) { ... on Patient { ${fields} } } }`;
    return (await patients.execute<{ nodes: (Seen | null)[] }>(viewer, query, { id })).data.nodes[0] ?? null;
  },
  async 'an entity by id'(viewer, id) {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Patient { ${fields} } } }`;
    const of = [{ __typename: 'Patient', id }];
    return (await patients.execute<{ _entities: (Seen | null)[] }>(viewer, query, { of })).data._entities[0] ?? null;
  },
  async 'an entity by nodeId'(viewer, id) {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Patient { ${fields} } } }`;
    const of = [{ __typename: 'Patient', nodeId: id }];
    return (await patients.execute<{ _entities: (Seen | null)[] }>(viewer, query, { of })).data._entities[0] ?? null;
  },
};

const sees = [
  'PATIENT',
  'DOCTOR',
  'STAFF of the clinic of registration',
  'STAFF of a clinic of treatment',
  'ADMIN',
  'SYSTEM',
];
const readsHistory = ['PATIENT', 'DOCTOR', 'SYSTEM'];
const seesNobody = [
  'ANONYMOUS',
  'PARTNER',
  'another PATIENT',
  'a PATIENT without a patient',
  'another DOCTOR',
  'a DOCTOR without a doctor',
  'STAFF elsewhere',
  'STAFF of no clinic',
];

describe.each(Object.entries(paths))('by %s', (_, path) => {
  test.each(sees)('%s sees the patient with contacts', async (role) => {
    const seen = await path(viewers[role] as Viewer, ana.id);

    expect(seen?.id).toBe(ana.id);
    expect(seen?.contacts.edges).toEqual([{ node: { name: 'Rosa', patient: { id: ana.id } } }]);
    expect(seen?.medicalHistory).toEqual(readsHistory.includes(role) ? history : null);
  });

  test.each(seesNobody)('%s does not see the patient', async (role) => {
    expect(await path(viewers[role] as Viewer, ana.id)).toBeNull();
  });

  test.each(['PATIENT', 'DOCTOR', 'STAFF of the clinic of registration', 'STAFF of a clinic of treatment'])(
    '%s does not see a patient of others',
    async (role) => {
      expect(await path(viewers[role] as Viewer, stranger.id)).toBeNull();
    },
  );
});

test.each([...sees, ...seesNobody])('a count tells %s of no patient that the list does not show', async (role) => {
  const { data } = await patients.execute<{ patients: { totalCount: number; edges: unknown[] } }>(
    viewers[role] as Viewer,
    '{ patients { totalCount edges { node { id } } } }',
  );

  expect(data.patients.totalCount).toBe(data.patients.edges.length);
  const seen = sees.includes(role) ? [ana] : [];
  expect(data.patients.totalCount).toBe(['ADMIN', 'SYSTEM'].includes(role) ? 2 : seen.length);
});

test.each(sees.concat('STAFF elsewhere'))(
  'the column of the medical history is read for %s only where it is told',
  async (role) => {
    const read = async (selection: string) => {
      const query = `query ($id: ID!) { patient(id: $id) { ${selection} } }`;
      const { statements } = await patients.execute(viewers[role] as Viewer, query, { id: ana.id });
      return statements.some(({ sql }) => sql.includes('medical_history'));
    };

    expect(await read('id givenName')).toBe(false);
    expect(await read('id medicalHistory { notes }')).toBe(readsHistory.includes(role));
  },
);

test('a filter by clinic tells no one of clinics that are not theirs', async () => {
  const { register } = people(patients.pool);
  const elsewhere = foreign('Clinic');
  await register(elsewhere.uuid, ana);
  const found = async (role: string, id: string) => {
    const query = 'query ($clinic: ID!) { patients(filter: { clinic: $clinic }) { totalCount } }';
    const { data } = await patients.execute<{ patients: { totalCount: number } }>(viewers[role] as Viewer, query, {
      clinic: id,
    });
    return data.patients.totalCount;
  };

  expect(await found('ADMIN', elsewhere.id)).toBe(1);
  expect(await found('PATIENT', elsewhere.id)).toBe(1);
  expect(await found('STAFF of the clinic of registration', elsewhere.id)).toBe(0);
  expect(await found('STAFF of the clinic of registration', clinic.id)).toBe(1);
  expect(await found('DOCTOR', elsewhere.id)).toBe(0);
  expect(await found('DOCTOR', clinic.id)).toBe(1);
});
