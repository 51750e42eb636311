import { createPeers } from '@consulta/platform/hop/peers';
import { createHopSigner } from '@consulta/platform/hop/signature';
import { localTransport } from '@consulta/platform/hop/transport';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createSubgraph } from '@consulta/platform/subgraph/subgraph';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createPatients } from '../src/server.ts';
import { foreign, type Person, people } from './people.ts';

interface Pair {
  readonly patient: string;
  readonly doctor?: string;
  readonly clinics?: readonly string[];
}

/** What the peer was asked, and by whom. */
const questions: { readonly viewer: Viewer; readonly pairs: readonly Pair[] }[] = [];
/** Patients with an appointment that the read model has not heard of. */
const booked = new Set<string>();
let fails = false;

const doctor = foreign('Doctor');
const clinic = foreign('Clinic');
const noPatient = toGlobalId('Patient', crypto.randomUUID());
const asDoctor = viewerOf('DOCTOR', { doctor: doctor.uuid });
const asStaff = viewerOf('STAFF', { clinics: [clinic.uuid] });

let patients: TestSubgraph;
let known: Person;
let ana: Person;
let luis: Person;

beforeAll(async () => {
  const signer = createHopSigner('a secret between two subgraphs of a test');
  const appointments = createSubgraph(
    {
      name: 'appointments',
      typeDefs: parse(`
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@inaccessible"])
        type Query { treats(pairs: [CarePairInput!]!): [Boolean!]! @inaccessible }
        input CarePairInput @inaccessible { patient: ID!, doctor: ID, clinics: [ID!] }
      `),
      resolvers: {
        Query: {
          treats(_: unknown, { pairs }: { pairs: readonly Pair[] }, { viewer }: { viewer: Viewer }) {
            questions.push({ viewer, pairs });
            if (fails) throw new Error('out of order');
            return pairs.map(({ patient }) => booked.has(patient));
          },
        },
      },
      createContext: (request) => request,
    },
    { logger: createLogger({ level: 'silent' }), metrics: createMetrics(), signer, exposeStatements: false },
  );
  const peers = createPeers(() => localTransport(appointments), signer);
  patients = await startSubgraph(createPatients, { peers });
  const { patient, treat } = people(patients.pool);
  known = await patient();
  ana = await patient();
  luis = await patient();
  await treat(doctor.uuid, clinic.uuid, known);
});
afterAll(() => patients.stop());
beforeEach(() => {
  questions.length = 0;
  booked.clear();
  fails = false;
});

async function nodes(viewer: Viewer, ...ids: readonly string[]) {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Patient { id } } }';
  const { data, errors, statements } = await patients.execute<{ nodes: ({ id: string } | null)[] }>(viewer, query, {
    ids,
  });
  expect(errors).toEqual([]);
  return { ids: data.nodes.map((node) => node?.id ?? null), statements };
}

test('a doctor sees whom the owner says was booked a moment ago, by one question and one more statement a batch', async () => {
  booked.add(ana.id);

  const seen = await nodes(asDoctor, known.id, ana.id, luis.id, noPatient);

  expect(seen.ids).toEqual([known.id, ana.id, null, null]);
  expect(seen.statements.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  const pairs = [ana.id, luis.id, noPatient].map((patient) => ({ patient, doctor: doctor.id }));
  expect(questions).toHaveLength(1);
  expect(questions[0]?.pairs.toSorted(byPatient)).toEqual(pairs.toSorted(byPatient));
  expect(questions[0]?.viewer.role).toBe('SYSTEM');
});

const byPatient = (a: Pair, b: Pair) => (a.patient < b.patient ? -1 : 1);

test('staff see whom their clinics treat since a moment', async () => {
  booked.add(luis.id);

  expect((await nodes(asStaff, ana.id, luis.id)).ids).toEqual([null, luis.id]);
  expect(questions[0]?.pairs).toContainEqual({ patient: luis.id, clinics: [clinic.id] });
});

test('as an entity, as a root field and to be changed alike', async () => {
  booked.add(ana.id);
  const of = [{ __typename: 'Patient', id: ana.id }];
  const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Patient { id } } }';
  const change = `
    mutation ($patient: ID!) {
      updatePatient(input: { patient: $patient, medicalHistory: { notes: "x" } }) { patient { id } userErrors { code } }
    }`;

  expect((await patients.execute(asDoctor, entities, { of })).data).toEqual({ _entities: [{ id: ana.id }] });
  expect((await patients.execute(asDoctor, `{ patient(id: "${ana.id}") { id } }`)).data).toEqual({
    patient: { id: ana.id },
  });
  expect((await patients.execute(asDoctor, change, { patient: ana.id })).data).toEqual({
    updatePatient: { patient: { id: ana.id }, userErrors: [] },
  });
});

test('nobody is asked about those whom the read model knows', async () => {
  await nodes(asDoctor, known.id);

  expect(questions).toEqual([]);
});

test('a stranger costs what nobody costs: the same statements and questions', async () => {
  const stranger = await nodes(asDoctor, ana.id);
  const nobody = await nodes(asDoctor, noPatient);

  expect(nobody).toEqual(stranger);
  expect(questions.map(({ pairs }) => pairs.length)).toEqual([1, 1]);
});

test.each([
  ['PATIENT', viewerOf('PATIENT', { patient: crypto.randomUUID() })],
  ['ANONYMOUS', viewerOf('ANONYMOUS')],
  ['PARTNER', viewerOf('PARTNER')],
  ['a DOCTOR without a doctor', viewerOf('DOCTOR')],
])('nobody is asked for %s', async (_, viewer) => {
  booked.add(ana.id);

  expect((await nodes(viewer, ana.id)).ids).toEqual([null]);
  expect(questions).toEqual([]);
});

test('an owner that does not answer means no, for those only whom it was asked about', async () => {
  booked.add(ana.id);
  fails = true;

  expect((await nodes(asDoctor, known.id, ana.id)).ids).toEqual([known.id, null]);
  expect(questions).toHaveLength(1);
});
