import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { system } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { directoryOf, type Entry } from './directory.ts';

let providers: TestSubgraph;
let directory: ReturnType<typeof directoryOf>;
let clinic: Entry;

beforeAll(async () => {
  providers = await startSubgraph(createProviders);
  directory = directoryOf(providers.pool);
});
afterAll(() => providers.stop());
beforeEach(async () => {
  clinic = await directory.clinic({ name: 'Norte', region: 'Madrid' });
});

const admin = viewerOf('ADMIN');
const opening = {
  name: ' Sur ',
  addressLine: '1 Main Street',
  city: 'Lima',
  country: 'PE',
  timeZone: 'America/Lima',
  phone: '+5115551234',
};

interface Payload {
  readonly clinic: { readonly id: string; readonly [field: string]: unknown } | null;
  readonly userErrors: readonly { code: string; field: readonly string[] }[];
}

async function create(input: object, viewer = admin) {
  const query = `mutation ($input: CreateClinicInput!) {
    createClinic(input: $input) { clinic { id name city timeZone phone region status version } userErrors { code field } }
  }`;
  const { data, errors } = await providers.execute<{ createClinic: Payload }>(viewer, query, { input });
  return { payload: data.createClinic, errors };
}

async function update(input: object, viewer = admin) {
  const query = `mutation ($input: UpdateClinicInput!) {
    updateClinic(input: $input) { clinic { id name city region status version } userErrors { code field } }
  }`;
  const { data, errors } = await providers.execute<{ updateClinic: Payload }>(viewer, query, { input });
  return { payload: data.updateClinic, errors };
}

const uuidOf = async (payload: Payload): Promise<Entry> => {
  const rows = await directory.db.selectFrom('clinic').select('id').execute();
  const row = rows.find(({ id }) => toGlobalId('Clinic', id) === payload.clinic?.id);
  return { uuid: row?.id ?? '', id: payload.clinic?.id ?? '' };
};

test('ADMIN opens a clinic, and the directory’s readers learn of it', async () => {
  const { payload, errors } = await create(opening);
  expect(errors).toEqual([]);
  expect(payload).toMatchObject({
    clinic: { name: 'Sur', city: 'Lima', timeZone: 'America/Lima', region: null, status: 'ACTIVE', version: 1 },
    userErrors: [],
  });
  expect(await directory.events(await uuidOf(payload))).toEqual([
    { type: 'clinic.changed', version: 1, payload: { timeZone: 'America/Lima', city: 'Lima', status: 'active' } },
  ]);
});

test('a change moves the version, keeps what is left out and removes what is null', async () => {
  const { payload } = await update({ clinic: clinic.id, city: 'Toledo', region: null, status: 'INACTIVE' });
  expect(payload.clinic).toMatchObject({ name: 'Norte', city: 'Toledo', region: null, status: 'INACTIVE', version: 2 });
  expect(await directory.events(clinic)).toEqual([
    { type: 'clinic.changed', version: 2, payload: { timeZone: 'Europe/Madrid', city: 'Toledo', status: 'inactive' } },
  ]);
});

test('of two changes made from the same version one is refused, however many race', async () => {
  const racers = Array.from({ length: 20 }, (_, index) =>
    update({ clinic: clinic.id, expectedVersion: 1, name: `Name ${index}` }),
  );
  const answers = (await Promise.all(racers)).map(({ payload }) => payload.userErrors[0]?.code ?? 'done');
  expect(answers.toSorted()).toEqual([...Array.from({ length: 19 }, () => 'VERSION_CONFLICT'), 'done']);
  expect(await directory.events(clinic)).toHaveLength(1);
});

test('a conflict names the version, an unknown clinic the clinic', async () => {
  const conflict = await update({ clinic: clinic.id, expectedVersion: 7, name: 'X' });
  expect(conflict.payload).toEqual({
    clinic: null,
    userErrors: [{ code: 'VERSION_CONFLICT', field: ['input', 'expectedVersion'] }],
  });
  const unknown = await update({ clinic: toGlobalId('Clinic', '018f0000-0000-7000-8000-000000000000'), name: 'X' });
  expect(unknown.payload).toEqual({ clinic: null, userErrors: [{ code: 'NOT_FOUND', field: ['input', 'clinic'] }] });
});

describe('who may change clinics', () => {
  test.each(['PATIENT', 'DOCTOR', 'STAFF', 'PARTNER'] as const)('%s opens none', async (role) => {
    const { errors } = await create(opening, viewerOf(role));
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('nobody does it without signing in', async () => {
    expect((await create(opening, viewerOf('ANONYMOUS'))).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const input = { clinic: clinic.id, name: 'X' };
    expect((await update(input, viewerOf('ANONYMOUS'))).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  test('STAFF change their own clinic and no other', async () => {
    const input = { clinic: clinic.id, name: 'Renamed' };
    const own = await update(input, viewerOf('STAFF', { clinics: [clinic.uuid] }));
    expect(own.payload.clinic).toMatchObject({ name: 'Renamed' });
    const others = await update(input, viewerOf('STAFF', { clinics: [crypto.randomUUID()] }));
    expect(others.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('SYSTEM changes any', async () => {
    expect((await update({ clinic: clinic.id, name: 'By a worker' }, system)).errors).toEqual([]);
  });
});

describe('a repeated request', () => {
  test('opens one clinic, however many copies race', async () => {
    const copies = Array.from({ length: 10 }, () => create({ ...opening, idempotencyKey: 'open once' }));
    const ids = (await Promise.all(copies)).map(({ payload }) => payload.clinic?.id);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toBeDefined();
  });

  test('gets the refusal that the first one got', async () => {
    const input = { clinic: clinic.id, expectedVersion: 2, name: 'X', idempotencyKey: 'refused' };
    const first = await update(input);
    await update({ clinic: clinic.id, name: 'Now at version 2' });
    expect((await update(input)).payload).toEqual(first.payload);
    expect(first.payload.userErrors[0]?.code).toBe('VERSION_CONFLICT');
  });

  test('with another body is refused', async () => {
    await create({ ...opening, idempotencyKey: 'reused' });
    const { payload } = await create({ ...opening, city: 'Cusco', idempotencyKey: 'reused' });
    expect(payload.userErrors).toEqual([{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['input', 'idempotencyKey'] }]);
  });

  test('of another account is another request', async () => {
    const input = { ...opening, idempotencyKey: 'shared' };
    const ids = await Promise.all([create(input), create(input, viewerOf('ADMIN'))]);
    expect(ids[0].payload.clinic?.id).not.toBe(ids[1].payload.clinic?.id);
  });
});

describe('what can never be right is refused with its path, and nothing is written', () => {
  test.each<[string, object]>([
    ['input.name', { name: '' }],
    ['input.name', { name: 'x'.repeat(201) }],
    ['input.addressLine', { addressLine: ' ' }],
    ['input.country', { country: 'es' }],
    ['input.phone', { phone: '911' }],
    ['input.email', { email: 'not an address' }],
    ['input.idempotencyKey', { idempotencyKey: 'x'.repeat(256) }],
  ])('%s', async (argument, fault) => {
    const { errors } = await create({ ...opening, name: 'Never written', ...fault });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    const written = directory.db.selectFrom('clinic').select('id').where('name', '=', 'Never written');
    expect(await written.execute()).toEqual([]);
  });

  test('a time zone that does not exist', async () => {
    const { errors } = await create({ ...opening, timeZone: 'Europe/Atlantis' });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.timeZone' });
  });

  test('a change without the clinic’s name', async () => {
    const { errors } = await update({ clinic: clinic.id, name: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.name' });
  });
});
