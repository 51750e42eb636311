import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { anonymous, type Role, roles } from '@consulta/platform/viewer/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import { createProviders } from '../src/server.ts';
import { directoryOf, type Entry, nodesOf } from './directory.ts';

let providers: TestSubgraph;
let madrid: Entry;
let lima: Entry;
let cardiology: Entry;
let dermatology: Entry;
let ana: Entry;
let retired: Entry;
let checkUp: Entry;

beforeAll(async () => {
  providers = await startSubgraph(createProviders);
  const directory = directoryOf(providers.pool);
  madrid = await directory.clinic({ name: 'Norte', city: 'Madrid', region: 'Madrid' });
  lima = await directory.clinic({ name: 'Sur', city: 'Lima', country: 'PE', time_zone: 'America/Lima' });
  cardiology = await directory.specialization({ code: 'cardiology', name: 'Cardiology' });
  dermatology = await directory.specialization({ code: 'dermatology', name: 'Dermatology' });
  const contact = { email: 'ana@clinic.example', phone: '+34911234567' };
  ana = await directory.doctor(
    { title: 'Dr.', given_name: 'Ana', family_name: 'García', languages: ['es', 'en-GB'], ...contact },
    { clinics: [madrid, lima], specializations: [cardiology] },
  );
  retired = await directory.doctor(
    { given_name: 'Old', family_name: 'Hand', status: 'inactive' },
    { clinics: [madrid] },
  );
  checkUp = await directory.service(madrid, cardiology, { name: 'Check-up', modalities: ['in_person', 'video'] });
  await directory.service(madrid, dermatology, { name: 'Skin' });
  await directory.service(lima, cardiology, { name: 'Closed', status: 'inactive' });
});
afterAll(() => providers.stop());

const doctorFields = `
  id name title givenName familyName languages biography status version createdAt updatedAt
  clinics { edges { node { name timeZone } } }
  specializations { edges { node { code } } }
  services { edges { node { name modalities clinic { id } specialization { name } } } }
`;

test('a doctor is shown with clinics, specializations and what can be booked with them, to anyone', async () => {
  const { data, errors } = await providers.execute<{ doctor: Record<string, unknown> }>(
    anonymous,
    `query ($id: ID!) { doctor(id: $id) { ${doctorFields} } }`,
    { id: ana.id },
  );

  expect(errors).toEqual([]);
  expect(data.doctor).toMatchObject({
    id: ana.id,
    name: 'Dr. Ana García',
    languages: ['es', 'en-GB'],
    biography: null,
    status: 'ACTIVE',
    version: 1,
    clinics: { edges: [{ node: { name: 'Norte' } }, { node: { name: 'Sur', timeZone: 'America/Lima' } }] },
    specializations: { edges: [{ node: { code: 'cardiology' } }] },
    services: {
      edges: [
        {
          node: {
            name: 'Check-up',
            modalities: ['IN_PERSON', 'VIDEO'],
            clinic: { id: madrid.id },
            specialization: { name: 'Cardiology' },
          },
        },
      ],
    },
  });
});

describe('e-mail and telephone of a doctor', () => {
  const contactSeenBy = async (viewer: Parameters<TestSubgraph['execute']>[0]) => {
    const query = 'query ($id: ID!) { doctor(id: $id) { email phone } }';
    return (await providers.execute<{ doctor: unknown }>(viewer, query, { id: ana.id })).data.doctor;
  };
  const shown = { email: 'ana@clinic.example', phone: '+34911234567' };
  const hidden = { email: null, phone: null };

  test.each<[Role, typeof shown | typeof hidden]>(
    roles.map((role) => [role, ['STAFF', 'ADMIN', 'SYSTEM'].includes(role) ? shown : hidden]),
  )('as %s sees them: %j', async (role, expected) => {
    expect(await contactSeenBy(viewerOf(role))).toEqual(expected);
  });

  test('are shown to the doctor, not to another doctor', async () => {
    expect(await contactSeenBy(viewerOf('DOCTOR', { doctor: ana.uuid }))).toEqual(shown);
    expect(await contactSeenBy(viewerOf('DOCTOR', { doctor: retired.uuid }))).toEqual(hidden);
  });

  test('stay hidden however the doctor is reached', async () => {
    const { data } = await providers.execute<{
      clinic: { doctors: { edges: [{ node: { email: null } }] } };
      _entities: unknown;
    }>(
      viewerOf('PATIENT'),
      `query ($clinic: ID!, $doctor: _Any!) {
        clinic(id: $clinic) { doctors { edges { node { email } } } }
        _entities(representations: [$doctor]) { ... on Doctor { phone } }
      }`,
      { clinic: madrid.id, doctor: { __typename: 'Doctor', id: ana.id } },
    );
    expect(nodesOf(data.clinic.doctors)).toEqual([{ email: null }]);
    expect(data._entities).toEqual([{ phone: null }]);
  });
});

test('a clinic lists its active doctors and services and the specializations it offers', async () => {
  const { data, errors } = await providers.execute(
    anonymous,
    `query ($id: ID!) {
      clinic(id: $id) {
        region
        doctors { totalCount edges { node { familyName } } }
        former: doctors(filter: { status: INACTIVE }) { totalCount edges { node { familyName } } }
        services(orderBy: NAME_DESC) { totalCount edges { node { name } } }
        specializations { totalCount edges { node { code } } }
      }
    }`,
    { id: madrid.id },
  );
  expect(errors).toEqual([]);
  expect(data['clinic']).toEqual({
    region: 'Madrid',
    doctors: { totalCount: 1, edges: [{ node: { familyName: 'García' } }] },
    former: { totalCount: 1, edges: [{ node: { familyName: 'Hand' } }] },
    services: { totalCount: 2, edges: [{ node: { name: 'Skin' } }, { node: { name: 'Check-up' } }] },
    specializations: { totalCount: 2, edges: [{ node: { code: 'cardiology' } }, { node: { code: 'dermatology' } }] },
  });
});

test('a clinic offers no specialization through a service that is closed', async () => {
  const query = 'query ($id: ID!) { clinic(id: $id) { specializations { totalCount } services { totalCount } } }';
  const { data } = await providers.execute(anonymous, query, { id: lima.id });
  expect(data['clinic']).toEqual({ specializations: { totalCount: 0 }, services: { totalCount: 0 } });
});

test('a service is given by the doctors of its clinic who practise its specialization', async () => {
  const query = `query ($id: ID!) {
    healthcareService(id: $id) { durationMinutes bufferBeforeMinutes doctors { totalCount edges { node { id } } } }
  }`;
  const { data } = await providers.execute(anonymous, query, { id: checkUp.id });
  expect(data['healthcareService']).toEqual({
    durationMinutes: 30,
    bufferBeforeMinutes: 0,
    doctors: { totalCount: 1, edges: [{ node: { id: ana.id } }] },
  });
});

test('a specialization lists who practises it and what can be booked in it', async () => {
  const query = `query ($id: ID!) {
    specialization(id: $id) { doctors { edges { node { name } } } services { totalCount edges { node { name } } } }
  }`;
  const { data } = await providers.execute(anonymous, query, { id: cardiology.id });
  expect(data['specialization']).toEqual({
    doctors: { edges: [{ node: { name: 'Dr. Ana García' } }] },
    services: { totalCount: 1, edges: [{ node: { name: 'Check-up' } }] },
  });
});

test('entities are found by either key; what is unknown or no id is null', async () => {
  const unknown = toGlobalId('Doctor', '018f0000-0000-7000-8000-000000000000');
  const representations = [
    { __typename: 'Doctor', id: ana.id },
    { __typename: 'Doctor', nodeId: ana.id },
    { __typename: 'Clinic', nodeId: madrid.id },
    { __typename: 'Specialization', id: cardiology.id },
    { __typename: 'HealthcareService', id: checkUp.id },
    { __typename: 'Doctor', id: unknown },
    { __typename: 'Doctor', id: madrid.id },
    { __typename: 'Doctor', id: 'none' },
  ];
  const query = `query ($r: [_Any!]!) {
    _entities(representations: $r) {
      ... on Doctor { name } ... on Clinic { name } ... on Specialization { name } ... on HealthcareService { name }
    }
  }`;
  const { data, statements } = await providers.execute(anonymous, query, { r: representations });
  expect(data['_entities']).toEqual([
    { name: 'Dr. Ana García' },
    { name: 'Dr. Ana García' },
    { name: 'Norte' },
    { name: 'Cardiology' },
    { name: 'Check-up' },
    null,
    null,
    null,
  ]);
  expect(statements.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
});

test('a peer reads what booking needs of a service without a statement for the ids it points at', async () => {
  const query = `query ($r: [_Any!]!) {
    _entities(representations: $r) {
      ... on HealthcareService { version status durationMinutes clinic { id } specialization { id } }
    }
  }`;
  const r = [{ __typename: 'HealthcareService', id: checkUp.id }];
  const { data, statements } = await providers.execute(viewerOf('SYSTEM'), query, { r });
  expect(data['_entities']).toEqual([
    {
      version: 1,
      status: 'ACTIVE',
      durationMinutes: 30,
      clinic: { id: madrid.id },
      specialization: { id: cardiology.id },
    },
  ]);
  expect(statements).toHaveLength(1);
});

test.each(['doctor', 'clinic', 'specialization', 'healthcareService'])(
  '%s is null where there is none',
  async (field) => {
    const type = { doctor: 'Doctor', clinic: 'Clinic', specialization: 'Specialization' } as const;
    const id = toGlobalId(
      type[field as keyof typeof type] ?? 'HealthcareService',
      '018f0000-0000-7000-8000-000000000000',
    );
    const { data, errors } = await providers.execute(anonymous, `query ($id: ID!) { ${field}(id: $id) { id } }`, {
      id,
    });
    expect(errors).toEqual([]);
    expect(data).toEqual({ [field]: null });
  },
);

test.each(['none', '', 'doctor_', 'clinic_00000000000000000000000000x'])('the id %j is refused', async (id) => {
  const query = 'query ($id: ID!) { doctor(id: $id) { id } }';
  const { errors } = await providers.execute(anonymous, query, { id });
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id' });
});

test('the id of another type is refused', async () => {
  const { errors } = await providers.execute(anonymous, 'query ($id: ID!) { doctor(id: $id) { id } }', {
    id: madrid.id,
  });
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id' });
});
