import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { directoryOf, type Entry } from './directory.ts';

let providers: TestSubgraph;
let directory: ReturnType<typeof directoryOf>;
let clinic: Entry;
let specialization: Entry;
let service: Entry;

beforeAll(async () => {
  providers = await startSubgraph(createProviders);
  directory = directoryOf(providers.pool);
  clinic = await directory.clinic();
  specialization = await directory.specialization();
});
afterAll(() => providers.stop());
beforeEach(async () => {
  service = await directory.service(clinic, specialization, { name: 'Check-up' });
});

const admin = viewerOf('ADMIN');
const nobody = '018f0000-0000-7000-8000-000000000000';

interface Payload {
  readonly healthcareService: Readonly<Record<string, unknown>> | null;
  readonly userErrors: readonly { code: string; field: readonly string[] }[];
}

const fields =
  'id name durationMinutes bufferBeforeMinutes bufferAfterMinutes modalities status version clinic { id } specialization { id }';

async function create(input: object, viewer = admin) {
  const query = `mutation ($input: CreateHealthcareServiceInput!) {
    payload: createHealthcareService(input: $input) { healthcareService { ${fields} } userErrors { code field } }
  }`;
  const offered = {
    clinic: clinic.id,
    specialization: specialization.id,
    name: 'Visit',
    durationMinutes: 45,
    ...input,
  };
  const { data, errors } = await providers.execute<{ payload: Payload }>(viewer, query, { input: offered });
  return { payload: data.payload, errors };
}

async function update(input: object, viewer = admin) {
  const query = `mutation ($input: UpdateHealthcareServiceInput!) {
    payload: updateHealthcareService(input: $input) { healthcareService { ${fields} } userErrors { code field } }
  }`;
  const change = { healthcareService: service.id, ...input };
  const { data, errors } = await providers.execute<{ payload: Payload }>(viewer, query, { input: change });
  return { payload: data.payload, errors };
}

test('a new service is in person without buffers unless the input says otherwise', async () => {
  const { payload, errors } = await create({});
  expect(errors).toEqual([]);
  expect(payload.healthcareService).toMatchObject({
    durationMinutes: 45,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    modalities: ['IN_PERSON'],
    clinic: { id: clinic.id },
    specialization: { id: specialization.id },
    version: 1,
  });
});

test('booking learns all it needs of a service with each change', async () => {
  const input = {
    durationMinutes: 20,
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 10,
    modalities: ['VIDEO', 'IN_PERSON'],
  };
  const { payload } = await update({ expectedVersion: 1, ...input });
  expect(payload.healthcareService).toMatchObject({ name: 'Check-up', durationMinutes: 20, version: 2 });
  await update({ status: 'INACTIVE' });
  const told = {
    clinic: clinic.uuid,
    specialization: specialization.uuid,
    durationMinutes: 20,
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 10,
    modalities: ['in_person', 'video'],
  };
  expect(await directory.events(service)).toEqual([
    { type: 'service.changed', version: 2, payload: { ...told, status: 'active' } },
    { type: 'service.changed', version: 3, payload: { ...told, status: 'inactive' } },
  ]);
});

test('a service of a clinic or specialization that does not exist is refused', async () => {
  const atNone = await create({ clinic: toGlobalId('Clinic', nobody) });
  expect(atNone.payload.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['input', 'clinic'] }]);
  const ofNone = await create({ specialization: toGlobalId('Specialization', nobody) });
  expect(ofNone.payload.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['input', 'specialization'] }]);
});

test('the refusal of a repeated request is kept although the database spoke it', async () => {
  const input = { clinic: toGlobalId('Clinic', nobody), idempotencyKey: 'refused by a key' };
  const first = await create(input);
  const second = await create(input);
  expect(second.payload).toEqual(first.payload);
  expect(first.payload.userErrors[0]?.code).toBe('NOT_FOUND');
});

test('a change from an old version, or of no service, is refused', async () => {
  const stale = await update({ expectedVersion: 2, name: 'X' });
  expect(stale.payload.userErrors).toEqual([{ code: 'VERSION_CONFLICT', field: ['input', 'expectedVersion'] }]);
  const unknown = await update({ healthcareService: toGlobalId('HealthcareService', nobody), name: 'X' });
  expect(unknown.payload.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['input', 'healthcareService'] }]);
});

describe('who may change services', () => {
  test('STAFF those of their clinic, no others', async () => {
    const own = viewerOf('STAFF', { clinics: [clinic.uuid] });
    const others = viewerOf('STAFF', { clinics: [nobody] });
    expect((await create({}, own)).payload.userErrors).toEqual([]);
    expect((await update({ name: 'Renamed' }, own)).payload.healthcareService).toMatchObject({ name: 'Renamed' });
    for (const { errors } of [await create({}, others), await update({ name: 'X' }, others)]) {
      expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });

  test.each(['PATIENT', 'DOCTOR', 'PARTNER'] as const)('%s none', async (role) => {
    for (const { errors } of [await create({}, viewerOf(role)), await update({ name: 'X' }, viewerOf(role))]) {
      expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });

  test('nobody without signing in', async () => {
    const { errors } = await update({ name: 'X' }, viewerOf('ANONYMOUS'));
    expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

describe('what can never be right is refused with its path', () => {
  test.each<[string, object]>([
    ['input.durationMinutes', { durationMinutes: 4 }],
    ['input.durationMinutes', { durationMinutes: 481 }],
    ['input.bufferBeforeMinutes', { bufferBeforeMinutes: -1 }],
    ['input.bufferAfterMinutes', { bufferAfterMinutes: 121 }],
    ['input.modalities', { modalities: [] }],
    ['input.description', { description: 'x'.repeat(2001) }],
  ])('%s', async (argument, fault) => {
    for (const { errors } of [await create(fault), await update(fault)]) {
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    }
  });
});
