import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { directoryOf, type Entry } from './directory.ts';

let providers: TestSubgraph;
let directory: ReturnType<typeof directoryOf>;

beforeAll(async () => {
  providers = await startSubgraph(createProviders);
  directory = directoryOf(providers.pool);
});
afterAll(() => providers.stop());

/** How an entry's name is changed: its input's field, the input's type, and the entry that the test made. */
const renames = [
  ['clinic', 'updateClinic', 'name', () => directory.clinic()],
  ['doctor', 'updateDoctor', 'givenName', () => directory.doctor()],
  ['specialization', 'updateSpecialization', 'name', () => directory.specialization()],
  [
    'healthcareService',
    'updateHealthcareService',
    'name',
    async () => directory.service(await directory.clinic(), await directory.specialization()),
  ],
] as const satisfies readonly (readonly [string, string, string, () => Promise<Entry>])[];

test.each(renames)(
  'two changes of a %s in one operation answer each with what it wrote',
  async (noun, mutation, field, make) => {
    const { id } = await make();
    const change = (name: string) =>
      `${mutation}(input: { ${noun}: "${id}", ${field}: "${name}" }) { ${noun} { ${field} version } userErrors { code } }`;
    const { data } = await providers.execute(
      viewerOf('ADMIN'),
      `mutation { first: ${change('Ana')} second: ${change('Eva')} }`,
    );
    expect(data).toEqual({
      first: { [noun]: { [field]: 'Ana', version: 2 }, userErrors: [] },
      second: { [noun]: { [field]: 'Eva', version: 3 }, userErrors: [] },
    });
  },
);

test('lists below two changes in one operation are read after each', async () => {
  const [doctor, clinic] = [await directory.doctor(), await directory.clinic()];
  const lists = 'userErrors { code } doctor { clinics { totalCount edges { node { id } } } }';
  const { data } = await providers.execute(
    viewerOf('ADMIN'),
    `mutation ($doctor: ID!, $clinics: [ID!]!) {
      first: updateDoctor(input: { doctor: $doctor, givenName: "Ana" }) { ${lists} }
      second: updateDoctor(input: { doctor: $doctor, addClinics: $clinics }) { ${lists} }
    }`,
    { doctor: doctor.id, clinics: [clinic.id] },
  );
  expect(data).toEqual({
    first: { userErrors: [], doctor: { clinics: { totalCount: 0, edges: [] } } },
    second: { userErrors: [], doctor: { clinics: { totalCount: 1, edges: [{ node: { id: clinic.id } }] } } },
  });
});
