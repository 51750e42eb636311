import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edges, type Query, startTestStack, type TestStack } from '../kit/stack.ts';

// A doctor treats who has an appointment with them, so booking for a stranger would open the stranger's records.

interface Named {
  readonly id: string;
}

let stack: TestStack;
let admin: Query;
beforeAll(async () => {
  stack = await startTestStack();
  admin = await stack.signIn('admin@demo.local');
});
afterAll(() => stack.stop());

const patientsSeenBy = async (query: Query): Promise<string[]> => {
  const { data } = await query<{ patients: Edges<Named> }>('{ patients(first: 100) { edges { node { id } } } }');
  return (data?.patients.edges ?? []).map(({ node }) => node.id);
};

/** Free times of the demo doctor. */
async function freeVisits(doctor: Query) {
  const own = await doctor<{ viewer: { doctor: Named & { services: Edges<Named> } } }>(
    '{ viewer { doctor { id services(first: 20) { edges { node { id } } } } } }',
  );
  const self = own.data?.viewer.doctor;
  for (const { node: service } of self?.services.edges ?? []) {
    const { data } = await admin<{
      doctor: { availableSlots: Edges<{ start: string; clinic: Named; modalities: string[] }> };
    }>(
      `query ($doctor: ID!, $service: ID!, $from: DateTime!, $to: DateTime!) {
        doctor(id: $doctor) { availableSlots(service: $service, from: $from, to: $to, first: 5) {
          edges { node { start clinic { id } modalities } }
        } }
      }`,
      {
        doctor: self?.id,
        service: service.id,
        from: new Date(Date.now() + 7 * 86_400_000).toISOString(),
        to: new Date(Date.now() + 28 * 86_400_000).toISOString(),
      },
    );
    const visits = (data?.doctor.availableSlots.edges ?? []).map(({ node: { start, clinic, modalities } }) => ({
      doctor: self?.id,
      service: service.id,
      clinic: clinic.id,
      start,
      modality: modalities[0],
    }));
    if (visits.length === 5) return visits;
  }
  throw new Error('the demo doctor has no free time');
}

const outcome = async (query: Query, input: unknown) => {
  const { data } = await query<{ bookAppointment: { appointment: Named | null; userErrors: { code: string }[] } }>(
    `mutation ($input: BookAppointmentInput!) {
      bookAppointment(input: $input) { appointment { id } userErrors { code message field } }
    }`,
    { input },
  );
  return data?.bookAppointment;
};

test.each(['doctor@demo.local', 'staff@demo.local'] as const)(
  '%s books for whom they see; a stranger is nobody, before and after',
  async (email) => {
    const query = await stack.signIn(email);
    const visits = await freeVisits(await stack.signIn('doctor@demo.local'));
    const own = await query<{ viewer: { clinics: Edges<Named> } }>(
      '{ viewer { clinics(first: 50) { edges { node { id } } } } }',
    );
    const clinics = (own.data?.viewer.clinics.edges ?? []).map(({ node }) => node.id);
    const visit = visits.find(({ clinic }) => email.startsWith('doctor') || clinics.includes(clinic));
    const seen = await patientsSeenBy(query);
    const stranger = (await patientsSeenBy(admin)).find((id) => !seen.includes(id));
    const known = 'query ($id: ID!) { patient(id: $id) { name medicalRecords { totalCount } } }';

    const refused = await outcome(query, { ...visit, patient: stranger });
    expect(refused).toMatchObject({ appointment: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await outcome(query, { ...visit, patient: 'patient_01h455vb4pex5vsknk084sn02q' })).toEqual(refused);
    expect((await query(known, { id: stranger })).data).toEqual({ patient: null });
    expect(await outcome(query, { ...visit, patient: seen[0] })).toMatchObject({
      appointment: expect.anything(),
      userErrors: [],
    });
  },
);
