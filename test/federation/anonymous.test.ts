import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSamples } from '../explain/samples.ts';
import { onServer } from '../kit/admin.ts';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { contentsOf } from './contents.ts';
import { sampleOf } from './inputs.ts';

let stack: TestStack;
let ids: Awaited<ReturnType<typeof findSamples>>;
beforeAll(async () => {
  stack = await startTestStack();
  ids = await onServer(stack.database.connectionString, findSamples);
});
afterAll(() => stack.stop());

test('a visitor reads the directory: doctors, clinics, services, specializations and free slots', async () => {
  const from = new Date();
  const to = new Date(from.getTime() + 30 * 86_400_000);
  const { data, errors } = await stack.anonymous(
    `query Directory($doctor: ID!, $service: ID!, $from: DateTime!, $to: DateTime!) {
      viewer { role }
      doctors { totalCount } clinics { totalCount } healthcareServices { totalCount } specializations { totalCount }
      doctor(id: $doctor) {
        name clinics { edges { node { name } } } specializations { edges { node { name } } }
        availableSlots(service: $service, from: $from, to: $to) { totalCount }
      }
    }`,
    { doctor: ids.Doctor, service: ids.HealthcareService, from: from.toISOString(), to: to.toISOString() },
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ viewer: null, doctors: { totalCount: 40 }, clinics: { totalCount: 8 } });
});

test.each(['patient', 'appointment', 'medicalRecord'])(
  '%s(id) tells a visitor to sign in or that there is nothing, whether it is there or not',
  async (field) => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}` as 'Patient' | 'Appointment' | 'MedicalRecord';
    const ask = async (id: string | undefined) => {
      const { data, errors } = await stack.anonymous(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id });
      return { data, codes: errors?.map(({ extensions }) => extensions.code) };
    };
    const there = await ask(ids[type]);
    expect(there.data).toEqual({ [field]: null });
    expect([undefined, ['UNAUTHENTICATED']]).toContainEqual(there.codes);
    expect(await ask(toGlobalId(type, crypto.randomUUID()))).toEqual(there);
  },
);

test('below the directory a visitor meets nobody', async () => {
  const { data, errors } = await stack.anonymous<{
    doctors: { edges: { node: unknown }[] };
    clinics: { edges: { node: unknown }[] };
  }>(`{
    doctors(first: 100) { edges { node { schedule { id } appointments { totalCount edges { cursor } } } } }
    clinics(first: 100) { edges { node { appointments { totalCount edges { cursor } } } } }
  }`);
  expect(errors).toBeUndefined();
  const none = { totalCount: 0, edges: [] };
  for (const { node } of data?.doctors.edges ?? []) expect(node).toEqual({ schedule: null, appointments: none });
  for (const { node } of data?.clinics.edges ?? []) expect(node).toEqual({ appointments: none });
});

const api = readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'api.graphql'), 'utf8');
const mutations = Object.values(buildSchema(api).getMutationType()?.getFields() ?? {});

test('a visitor changes nothing: each mutation asks to sign in', async () => {
  const before = await contentsOf(stack.database);
  for (const { name, args } of mutations) {
    const type = args[0]?.type;
    if (type === undefined) throw new Error(`${name} takes no input`);
    const query = `mutation Change($input: ${type}) { ${name}(input: $input) { userErrors { code } } }`;
    const { data, errors } = await stack.anonymous(query, { input: sampleOf('input', type) });
    expect({ name, data, code: errors?.[0]?.extensions.code }).toEqual({ name, data: null, code: 'UNAUTHENTICATED' });
  }
  expect(await contentsOf(stack.database)).toEqual(before);
});
