import { anonymous } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { directoryOf, type Entry, nodesOf } from './directory.ts';

let providers: TestSubgraph;
let norte: Entry;
let cardiology: Entry;

beforeAll(async () => {
  providers = await startSubgraph(createProviders);
  const { clinic, specialization, doctor, service } = directoryOf(providers.pool);
  norte = await clinic({ name: 'Norte', city: 'Málaga' });
  const sur = await clinic({ name: 'Sur 100%', city: 'Lima', country: 'PE' });
  const closed = await clinic({ name: 'Norte old', city: 'Cádiz', status: 'inactive' });
  cardiology = await specialization({ code: 'cardiology', name: 'Cardiology' });
  const ent = await specialization({ code: 'ent', name: 'Ear, nose and throat' });
  const both = { clinics: [norte, sur], specializations: [cardiology, ent] };
  await doctor({ given_name: 'Óscar', family_name: 'Álvarez', languages: ['es', 'en'] }, both);
  await doctor({ given_name: 'Berta', family_name: 'Osorio', languages: ['es-MX'] }, { clinics: [closed] });
  await doctor(
    { given_name: 'Carl', family_name: 'Zeiss', languages: ['de'] },
    { clinics: [sur], specializations: [ent] },
  );
  await doctor({ given_name: 'Óscar', family_name: 'Gone', status: 'inactive' }, both);
  await service(norte, cardiology, { name: 'Heart check' });
  await service(norte, ent, { name: 'Hearing test', modalities: ['video'] });
  await service(sur, ent, { name: '100% hearing', modalities: ['in_person', 'video'] });
  await service(sur, ent, { name: 'Hearing retired', status: 'inactive' });
});
afterAll(() => providers.stop());

async function names(field: string, filter: Readonly<Record<string, unknown>>, name = 'name'): Promise<string[]> {
  const type = field === 'healthcareServices' ? 'HealthcareService' : `${field[0]?.toUpperCase()}${field.slice(1, -1)}`;
  const query = `query ($filter: ${type}Filter) {
    ${field}(filter: $filter) { totalCount edges { node { name: ${name} } } }
  }`;
  type Answer = Record<string, { totalCount: number; edges: { node: { name: string } }[] }>;
  const { data, errors } = await providers.execute<Answer>(anonymous, query, { filter });
  expect(errors).toEqual([]);
  const list = data[field];
  expect(list?.totalCount).toBe(list?.edges.length);
  return list === undefined ? [] : nodesOf(list).map((node) => node.name);
}

describe('doctors', () => {
  const doctors = (filter: Readonly<Record<string, unknown>>) => names('doctors', filter, 'familyName');

  test('are found by the beginning of either name, whatever the case, beyond ASCII too', async () => {
    expect(await doctors({ namePrefix: 'ó' })).toEqual(['Álvarez']);
    expect(await doctors({ namePrefix: 'álV' })).toEqual(['Álvarez']);
    expect(await doctors({ namePrefix: 'os' })).toEqual(['Osorio']);
    expect(await doctors({ namePrefix: 'lvarez' })).toEqual([]);
  });

  test('are found by specialization, clinic, city and language, all together', async () => {
    expect(await doctors({ specialization: cardiology.id })).toEqual(['Álvarez']);
    expect(await doctors({ clinic: norte.id })).toEqual(['Álvarez']);
    expect(await doctors({ city: 'LIMA' })).toEqual(['Zeiss', 'Álvarez']);
    expect(await doctors({ city: 'málaga', language: 'EN', clinic: norte.id, specialization: cardiology.id })).toEqual([
      'Álvarez',
    ]);
    expect(await doctors({ city: 'Lima', language: 'de', specialization: cardiology.id })).toEqual([]);
  });

  test('are found by a language tag however it is spelled, and only by the whole of it', async () => {
    expect(await doctors({ language: 'ES-mx' })).toEqual(['Osorio']);
    expect(await doctors({ language: 'es' })).toEqual(['Álvarez']);
  });

  test('do not work in the city of a clinic that closed', async () => {
    expect(await doctors({ city: 'Cádiz' })).toEqual([]);
  });

  test('are active unless asked otherwise', async () => {
    expect(await doctors({})).toEqual(['Osorio', 'Zeiss', 'Álvarez']);
    expect(await doctors({ status: null })).toEqual(['Osorio', 'Zeiss', 'Álvarez']);
    expect(await doctors({ status: 'INACTIVE' })).toEqual(['Gone']);
  });
});

test('services are found by name, clinic, specialization and modality', async () => {
  const services = (filter: Readonly<Record<string, unknown>>) => names('healthcareServices', filter);
  expect(await services({ namePrefix: 'hear' })).toEqual(['Hearing test', 'Heart check']);
  expect(await services({ clinic: norte.id })).toEqual(['Hearing test', 'Heart check']);
  expect(await services({ specialization: cardiology.id })).toEqual(['Heart check']);
  expect(await services({ modality: 'VIDEO' })).toEqual(['100% hearing', 'Hearing test']);
  expect(await services({ modality: 'IN_PERSON', clinic: norte.id })).toEqual(['Heart check']);
  expect(await services({ namePrefix: 'hearing', status: 'INACTIVE' })).toEqual(['Hearing retired']);
});

test('clinics are found by name, city and country', async () => {
  const clinics = (filter: Readonly<Record<string, unknown>>) => names('clinics', filter);
  expect(await clinics({ namePrefix: 'NORTE' })).toEqual(['Norte']);
  expect(await clinics({ city: 'lima' })).toEqual(['Sur 100%']);
  expect(await clinics({ country: 'PE', namePrefix: 'sur' })).toEqual(['Sur 100%']);
  expect(await clinics({ status: 'INACTIVE' })).toEqual(['Norte old']);
});

test('specializations are found by name', async () => {
  expect(await names('specializations', { namePrefix: 'ear' })).toEqual(['Ear, nose and throat']);
  expect(await names('specializations', {})).toEqual(['Cardiology', 'Ear, nose and throat']);
});

test('a name prefix is taken literally: it has no wildcards', async () => {
  expect(await names('clinics', { namePrefix: 'sur 100%' })).toEqual(['Sur 100%']);
  expect(await names('clinics', { namePrefix: '%' })).toEqual([]);
  expect(await names('healthcareServices', { namePrefix: '100_' })).toEqual([]);
  expect(await names('doctors', { namePrefix: '\\' })).toEqual([]);
});

describe('a filter that can never be right is refused with its path', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['doctors', 'filter.clinic', { clinic: 'none' }],
    ['doctors', 'filter.specialization', { specialization: 'clinic_01h455vb4pex5vsknk084sn02q' }],
    ['doctors', 'filter.language', { language: 'not a language' }],
    ['doctors', 'filter.namePrefix', { namePrefix: '' }],
    ['doctors', 'filter.namePrefix', { namePrefix: 'x'.repeat(101) }],
    ['doctors', 'filter.city', { city: 'x'.repeat(101) }],
    ['clinics', 'filter.country', { country: 'Spain' }],
    ['healthcareServices', 'filter.clinic', { clinic: '' }],
    ['specializations', 'filter.namePrefix', { namePrefix: '  ' }],
  ])('%s at %s', async (field, argument, filter) => {
    const type =
      { doctors: 'Doctor', clinics: 'Clinic', specializations: 'Specialization' }[field] ?? 'HealthcareService';
    const query = `query ($filter: ${type}Filter) { ${field}(filter: $filter) { edges { cursor } } }`;
    const { errors, statements } = await providers.execute(anonymous, query, { filter });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(statements).toEqual([]);
  });
});
