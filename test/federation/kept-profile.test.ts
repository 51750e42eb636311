import { eventually } from '@consulta/platform/outbox/fixture';
import { describe, expect, inject, test } from 'vitest';
import { type Edges, type Query, startTestStack } from '../kit/stack.ts';

const redisUrl = inject('redisUrl');
const stores = [
  { store: 'memory', available: true, url: null },
  // A database of its own: there are as many words on freshness as there are files of tests.
  { store: 'Redis', available: redisUrl !== null, url: redisUrl === null ? null : new URL('/10', redisUrl).href },
];

interface Profile {
  readonly doctor: { readonly biography: string | null; readonly clinics: Edges<{ readonly name: string }> };
}

const profile = `query Profile($id: ID!) {
  doctor(id: $id) {
    name title biography languages createdAt
    clinics { totalCount edges { node { name city timeZone } } }
    specializations { edges { node { code name } } }
    services(first: 5) { edges { node { name durationMinutes clinic { name } specialization { name } } } }
  }
  viewer { role }
}`;

/** Asks until the answer is kept, and has what it is to have. */
async function untilKept(query: Query, id: string, wanted: (profile: Profile) => boolean): Promise<void> {
  const answer = await eventually(
    () => query<Profile>(profile, { id }),
    ({ data, extensions }) => extensions?.sql?.statements === 0 && data !== undefined && wanted(data),
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.extensions?.sql).toEqual({ statements: 0, texts: [] });
}

describe.each(stores)('a doctor’s profile, with $store', ({ available, url }) => {
  test.runIf(available)('takes no statement the second time, and shows a change to who reads after it', async () => {
    await using stack = await startTestStack({ redisUrl: url });
    const [admin, patient] = [await stack.signIn('admin@demo.local'), await stack.signIn('patient@demo.local')];
    const found = await admin<{ doctors: Edges<{ id: string; clinics: Edges<{ id: string }> }> }>(
      '{ doctors(first: 1) { edges { node { id clinics(first: 1) { edges { node { id } } } } } } }',
    );
    const doctor = found.data?.doctors.edges[0]?.node;
    const clinic = doctor?.clinics.edges[0]?.node.id;
    if (doctor === undefined || clinic === undefined) throw new Error('a seeded doctor works somewhere');
    await untilKept(patient, doctor.id, () => true);

    const biography = 'Trained in Lisbon.';
    const changed = await admin(
      `mutation ($doctor: UpdateDoctorInput!, $clinic: UpdateClinicInput!) {
        updateDoctor(input: $doctor) { doctor { biography } userErrors { code } }
        updateClinic(input: $clinic) { clinic { name } userErrors { code } }
      }`,
      { doctor: { doctor: doctor.id, biography }, clinic: { clinic, name: 'Clinic of the Bridge' } },
    );
    expect(changed.data).toEqual({
      updateDoctor: { doctor: { biography }, userErrors: [] },
      updateClinic: { clinic: { name: 'Clinic of the Bridge' }, userErrors: [] },
    });

    const shows = ({ doctor: { clinics, ...shown } }: Profile): boolean =>
      shown.biography === biography && clinics.edges.some(({ node }) => node.name === 'Clinic of the Bridge');
    const { data } = await patient<Profile>(profile, { id: doctor.id });
    expect(data && shows(data)).toBe(true);
    await untilKept(patient, doctor.id, shows);
  });
});

test('with CACHE=off each takes what it took the first time', async () => {
  await using stack = await startTestStack({ cache: 'off' });
  const { data } = await stack.anonymous<{ doctors: Edges<{ id: string }> }>(
    '{ doctors(first: 1) { edges { node { id } } } }',
  );
  const id = data?.doctors.edges[0]?.node.id;
  const [first, second] = [await stack.anonymous(profile, { id }), await stack.anonymous(profile, { id })];
  expect(first.extensions?.sql?.statements).toBeGreaterThan(0);
  expect(second.extensions?.sql?.statements).toBe(first.extensions?.sql?.statements);
});
