import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { directoryOf } from './directory.ts';

let providers: TestSubgraph;
let directory: ReturnType<typeof directoryOf>;

beforeAll(async () => {
  providers = await startSubgraph(createProviders);
  directory = directoryOf(providers.pool);
});
afterAll(() => providers.stop());

const admin = viewerOf('ADMIN');

interface Payload {
  readonly specialization: Readonly<Record<string, unknown>> | null;
  readonly userErrors: readonly { code: string; field: readonly string[] }[];
}

async function change(operation: 'create' | 'update', input: object, viewer = admin) {
  const type = operation === 'create' ? 'Create' : 'Update';
  const query = `mutation ($input: ${type}SpecializationInput!) {
    payload: ${operation}Specialization(input: $input) {
      specialization { id code name description version } userErrors { code field }
    }
  }`;
  const { data, errors } = await providers.execute<{ payload: Payload }>(viewer, query, { input });
  return { payload: data.payload, errors };
}

test('ADMIN adds a specialization and changes all but its code', async () => {
  const { payload: added } = await change('create', { code: 'oncology', name: 'Cancer', description: 'Tumours' });
  expect(added).toMatchObject({ specialization: { code: 'oncology', name: 'Cancer', version: 1 }, userErrors: [] });

  const specialization = added.specialization?.['id'];
  const { payload } = await change('update', {
    specialization,
    expectedVersion: 1,
    name: 'Oncology',
    description: null,
  });
  expect(payload.specialization).toEqual({
    id: specialization,
    code: 'oncology',
    name: 'Oncology',
    description: null,
    version: 2,
  });
});

test('each change is told', async () => {
  const specialization = await directory.specialization();
  await change('update', { specialization: specialization.id, name: 'One' });
  await change('update', { specialization: specialization.id, name: 'Two' });
  const told = (await directory.events(specialization)).map(({ type, version }) => [type, version]);
  expect(told).toEqual([
    ['specialization.changed', 2],
    ['specialization.changed', 3],
  ]);
});

test('of many who race for a code one gets it', async () => {
  const racers = Array.from({ length: 10 }, (_, index) => change('create', { code: 'raced', name: `Racer ${index}` }));
  const answers = (await Promise.all(racers)).map(({ payload }) => payload.userErrors[0]);
  expect(answers.filter((refusal) => refusal === undefined)).toHaveLength(1);
  for (const refusal of answers) {
    if (refusal !== undefined) expect(refusal).toEqual({ code: 'CODE_TAKEN', field: ['input', 'code'] });
  }
});

test('a change of an unknown one, or from an old version, is refused', async () => {
  const unknown = toGlobalId('Specialization', '018f0000-0000-7000-8000-000000000000');
  expect((await change('update', { specialization: unknown, name: 'X' })).payload.userErrors).toEqual([
    { code: 'NOT_FOUND', field: ['input', 'specialization'] },
  ]);
  const { id } = await directory.specialization();
  const stale = await change('update', { specialization: id, expectedVersion: 9, name: 'X' });
  expect(stale.payload.userErrors[0]?.code).toBe('VERSION_CONFLICT');
});

test.each(['PATIENT', 'DOCTOR', 'STAFF', 'PARTNER'] as const)('%s changes none', async (role) => {
  const { id } = await directory.specialization();
  const added = await change('create', { code: 'forbidden', name: 'X' }, viewerOf(role));
  const changed = await change('update', { specialization: id, name: 'X' }, viewerOf(role));
  expect([added, changed].map(({ errors }) => errors[0]?.extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
});

test.each(['', 'a', 'Cardiology', '1st', 'with space', 'x'.repeat(65)])('the code %j is refused', async (code) => {
  const { errors } = await change('create', { code, name: 'X' });
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.code' });
});
