import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { directoryOf, type Entry, nodesOf } from './directory.ts';

let providers: TestSubgraph;
let directory: ReturnType<typeof directoryOf>;
let norte: Entry;
let sur: Entry;
let cardiology: Entry;
let doctor: Entry;

beforeAll(async () => {
  providers = await startSubgraph(createProviders);
  directory = directoryOf(providers.pool);
  norte = await directory.clinic({ name: 'Norte' });
  sur = await directory.clinic({ name: 'Sur' });
  cardiology = await directory.specialization({ code: 'cardiology' });
});
afterAll(() => providers.stop());
beforeEach(async () => {
  const languages = ['es'];
  doctor = await directory.doctor({ family_name: 'Ruiz', languages, biography: 'Born.' }, { clinics: [norte] });
});

const admin = viewerOf('ADMIN');
const nobody = '018f0000-0000-7000-8000-000000000000';

interface DoctorAnswer {
  readonly id: string;
  readonly version: number;
  readonly clinics: { readonly edges: readonly { readonly node: { readonly name: string } }[] };
  readonly [field: string]: unknown;
}
interface Payload {
  readonly doctor: DoctorAnswer | null;
  readonly userErrors: readonly { code: string; field: readonly string[] }[];
}

async function send(operation: 'create' | 'update', input: object, viewer = admin) {
  const type = operation === 'create' ? 'CreateDoctorInput' : 'UpdateDoctorInput';
  const query = `mutation ($input: ${type}!) {
    payload: ${operation}Doctor(input: $input) {
      doctor {
        id name languages biography email status version
        clinics { edges { node { name } } } specializations { edges { node { code } } }
      }
      userErrors { code field }
    }
  }`;
  const { data, errors } = await providers.execute<{ payload: Payload }>(viewer, query, { input });
  return { payload: data.payload, errors };
}

const create = (input: object, viewer = admin) =>
  send('create', { givenName: 'Eva', familyName: 'Sanz', ...input }, viewer);
const update = (input: object, viewer = admin) => send('update', { doctor: doctor.id, ...input }, viewer);
const codeOf = ({ errors }: Awaited<ReturnType<typeof send>>) => errors[0]?.extensions['code'];

test('ADMIN adds a doctor with clinics, specializations and languages in canonical spelling, each once', async () => {
  const { payload, errors } = await create({
    title: 'Prof.',
    languages: ['ES', 'en-gb', 'es'],
    clinics: [norte.id, sur.id, norte.id],
    specializations: [cardiology.id],
    email: 'eva@clinic.example',
  });
  expect(errors).toEqual([]);
  expect(payload.doctor).toMatchObject({
    name: 'Prof. Eva Sanz',
    languages: ['es', 'en-GB'],
    email: 'eva@clinic.example',
    status: 'ACTIVE',
    version: 1,
    clinics: { edges: [{ node: { name: 'Norte' } }, { node: { name: 'Sur' } }] },
    specializations: { edges: [{ node: { code: 'cardiology' } }] },
  });
});

test('each change tells the whole of what search keeps', async () => {
  await update({ addClinics: [sur.id], addSpecializations: [cardiology.id], languages: ['en'] });
  await update({ removeClinics: [norte.id], removeSpecializations: [cardiology.id], status: 'INACTIVE' });
  expect(await directory.events(doctor)).toEqual([
    {
      type: 'doctor.changed',
      version: 2,
      payload: {
        clinics: [norte.uuid, sur.uuid].toSorted(),
        specializations: [cardiology.uuid],
        languages: ['en'],
        status: 'active',
      },
    },
    {
      type: 'doctor.changed',
      version: 3,
      payload: { clinics: [sur.uuid], specializations: [], languages: ['en'], status: 'inactive' },
    },
  ]);
});

test('joining a clinic twice and leaving one where they never worked are no faults', async () => {
  const { payload } = await update({ addClinics: [norte.id], removeClinics: [sur.id] });
  expect(payload.userErrors).toEqual([]);
  expect(payload.doctor && nodesOf(payload.doctor.clinics)).toEqual([{ name: 'Norte' }]);
});

test('what names no clinic or specialization is refused, and nothing of the change stays', async () => {
  const unknown = { clinic: toGlobalId('Clinic', nobody), specialization: toGlobalId('Specialization', nobody) };
  const refusals = [
    await update({ biography: 'Lost', addClinics: [sur.id, unknown.clinic] }),
    await update({ biography: 'Lost', addSpecializations: [unknown.specialization] }),
    await create({ clinics: [unknown.clinic] }),
    await create({ specializations: [unknown.specialization] }),
  ];
  expect(refusals.map(({ payload }) => payload.userErrors)).toEqual([
    [{ code: 'NOT_FOUND', field: ['input', 'addClinics'] }],
    [{ code: 'NOT_FOUND', field: ['input', 'addSpecializations'] }],
    [{ code: 'NOT_FOUND', field: ['input', 'clinics'] }],
    [{ code: 'NOT_FOUND', field: ['input', 'specializations'] }],
  ]);
  expect((await update({})).payload.doctor).toMatchObject({ biography: 'Born.', version: 2 });
});

test('an unknown doctor and an old version are refused', async () => {
  const unknown = await update({ doctor: toGlobalId('Doctor', nobody), biography: 'X' });
  expect(unknown.payload.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['input', 'doctor'] }]);
  const stale = await update({ expectedVersion: 2, biography: 'X' });
  expect(stale.payload.userErrors).toEqual([{ code: 'VERSION_CONFLICT', field: ['input', 'expectedVersion'] }]);
});

test('changes that race lose nothing: each has its version, and the last event is how the doctor stands', async () => {
  const clinics = await Promise.all(Array.from({ length: 20 }, () => directory.clinic()));
  const answers = await Promise.all(
    clinics.map((clinic, index) => update(index % 2 === 0 ? { addClinics: [clinic.id] } : { biography: `${index}` })),
  );
  expect(answers.flatMap(({ payload }) => payload.userErrors)).toEqual([]);

  const events = await directory.events(doctor);
  expect(events.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
  const rows = await directory.db
    .selectFrom('doctor_clinic')
    .select('clinic_id')
    .where('doctor_id', '=', doctor.uuid)
    .orderBy('clinic_id')
    .execute();
  expect(rows).toHaveLength(11);
  expect(events.at(-1)?.payload).toMatchObject({ clinics: rows.map((row) => row.clinic_id) });
});

test('a repeated request adds one doctor', async () => {
  const copies = await Promise.all(Array.from({ length: 5 }, () => create({ idempotencyKey: 'once' })));
  expect(new Set(copies.map(({ payload }) => payload.doctor?.id)).size).toBe(1);
});

describe('who may change doctors', () => {
  test('a DOCTOR their own biography and languages, nothing else and nobody else', async () => {
    const self = viewerOf('DOCTOR', { doctor: doctor.uuid });
    const { payload } = await update({ biography: 'In my own words.', languages: ['es', 'fr'] }, self);
    expect(payload.doctor).toMatchObject({ biography: 'In my own words.', languages: ['es', 'fr'] });

    const forbidden = [
      { title: 'Sir' },
      { givenName: 'X' },
      { email: 'me@clinic.example' },
      { status: 'INACTIVE' },
      { addClinics: [sur.id] },
      { removeClinics: [norte.id] },
      { biography: 'X', addSpecializations: [cardiology.id] },
      { removeSpecializations: [cardiology.id] },
    ];
    for (const input of forbidden) expect(codeOf(await update(input, self))).toBe('FORBIDDEN');
    expect(codeOf(await update({ biography: 'X' }, viewerOf('DOCTOR', { doctor: nobody })))).toBe('FORBIDDEN');
  });

  test('STAFF who works at their own clinics, and nothing of the doctor', async () => {
    const staff = viewerOf('STAFF', { clinics: [sur.uuid] });
    const { payload } = await update({ addClinics: [sur.id] }, staff);
    expect(payload.doctor && nodesOf(payload.doctor.clinics)).toEqual([{ name: 'Norte' }, { name: 'Sur' }]);

    const forbidden = [
      { removeClinics: [norte.id] },
      { addClinics: [sur.id, norte.id] },
      { addClinics: [sur.id], languages: [] },
      { addClinics: [sur.id], biography: null },
      { biography: 'X' },
      {},
    ];
    for (const input of forbidden) expect(codeOf(await update(input, staff))).toBe('FORBIDDEN');
    expect(codeOf(await create({ clinics: [sur.id] }, staff))).toBe('FORBIDDEN');
  });

  test.each(['PATIENT', 'PARTNER'] as const)('%s none', async (role) => {
    expect(codeOf(await create({}, viewerOf(role)))).toBe('FORBIDDEN');
    expect(codeOf(await update({ biography: 'X' }, viewerOf(role)))).toBe('FORBIDDEN');
  });

  test('nobody without signing in', async () => {
    expect(codeOf(await create({}, viewerOf('ANONYMOUS')))).toBe('UNAUTHENTICATED');
    expect(codeOf(await update({}, viewerOf('ANONYMOUS')))).toBe('UNAUTHENTICATED');
  });
});

describe('what can never be right is refused with its path', () => {
  const tooMany = Array.from({ length: 51 }, () => toGlobalId('Clinic', crypto.randomUUID()));

  test.each<[string, object]>([
    ['input.givenName', { givenName: '' }],
    ['input.familyName', { familyName: 'x'.repeat(101) }],
    ['input.title', { title: 'x'.repeat(51) }],
    ['input.biography', { biography: 'x'.repeat(5001) }],
    ['input.languages.1', { languages: ['es', 'not a tag'] }],
    ['input.languages', { languages: Array.from({ length: 21 }, () => 'es') }],
    ['input.email', { email: '@' }],
    ['input.phone', { phone: '+0' }],
  ])('%s', async (argument, fault) => {
    for (const { errors } of [await create(fault), await update(fault)]) {
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    }
  });

  test.each<[string, () => object]>([
    ['input.addClinics', () => ({ addClinics: tooMany })],
    ['input.addClinics.0', () => ({ addClinics: [cardiology.id] })],
    ['input.removeClinics', () => ({ addClinics: [sur.id], removeClinics: [sur.id] })],
    [
      'input.removeSpecializations',
      () => ({ addSpecializations: [cardiology.id], removeSpecializations: [cardiology.id] }),
    ],
    ['input.expectedVersion', () => ({ expectedVersion: 0 })],
  ])('%s of a change', async (argument, fault) => {
    const { errors } = await update(fault());
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
