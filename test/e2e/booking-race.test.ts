import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edges, type Query, startTestStack, type TestStack } from '../kit/stack.ts';

interface Named {
  readonly id: string;
}

interface Booked {
  readonly bookAppointment: {
    readonly appointment: Named | null;
    readonly userErrors: readonly { readonly code: string }[];
  };
}

let stack: TestStack;
let admin: Query;
beforeAll(async () => {
  stack = await startTestStack();
  admin = await stack.signIn('admin@demo.local');
});
afterAll(() => stack.stop());

const book = `mutation Book($input: BookAppointmentInput!) {
  bookAppointment(input: $input) { appointment { id } userErrors { code } }
}`;

async function someSlot() {
  const doctors = await admin<{ doctors: Edges<Named & { readonly services: Edges<Named> }> }>(
    '{ doctors(first: 40) { edges { node { id services(first: 1) { edges { node { id } } } } } } }',
  );
  const from = new Date(Date.now() + 7 * 86_400_000);
  const to = new Date(from.getTime() + 14 * 86_400_000);
  for (const { node } of doctors.data?.doctors.edges ?? []) {
    const service = node.services.edges[0]?.node.id;
    const slots = await admin<{
      doctor: { availableSlots: Edges<{ start: string; clinic: Named; modalities: string[] }> };
    }>(
      `query ($doctor: ID!, $service: ID!, $from: DateTime!, $to: DateTime!) {
        doctor(id: $doctor) { availableSlots(service: $service, from: $from, to: $to, first: 1) {
          edges { node { start clinic { id } modalities } }
        } }
      }`,
      { doctor: node.id, service, from: from.toISOString(), to: to.toISOString() },
    );
    const slot = slots.data?.doctor.availableSlots.edges[0]?.node;
    if (slot !== undefined) {
      return { doctor: node.id, service, clinic: slot.clinic.id, start: slot.start, modality: slot.modalities[0] };
    }
  }
  throw new Error('no doctor of the demo has a free slot');
}

async function patients(count: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  while (ids.length < count) {
    const page: { data?: { patients: Edges<Named> & { pageInfo: { endCursor: string } } } } = await admin(
      'query ($after: String) { patients(first: 100, after: $after) { edges { node { id } } pageInfo { endCursor } } }',
      { after },
    );
    ids.push(...(page.data?.patients.edges ?? []).map(({ node }) => node.id));
    after = page.data?.patients.pageInfo.endCursor ?? null;
  }
  return ids.slice(0, count);
}

test('200 clients race for one slot through the public address: 1 books it, 199 are told, nothing fails', async () => {
  const slot = await someSlot();
  const rivals = await patients(200);
  // A rival who is expected elsewhere at that time races as well.
  const input = { ...slot, overridePatientConflict: true };
  const answers = await Promise.all(rivals.map((patient) => admin<Booked>(book, { input: { ...input, patient } })));

  const outcomes = answers.map(({ status, data, errors }) => {
    const { appointment, userErrors } = data?.bookAppointment ?? { appointment: null, userErrors: [] };
    return [
      status,
      errors?.length ?? 0,
      appointment === null ? userErrors.map(({ code }) => code).join() : 'booked',
    ].join(' ');
  });
  expect(
    Object.fromEntries(
      Map.groupBy(outcomes, String)
        .entries()
        .map(([outcome, all]) => [outcome, all.length]),
    ),
  ).toEqual({ '200 0 booked': 1, '200 0 SLOT_TAKEN': 199 });

  // And the time is no longer offered to anybody.
  const offered = await admin<{ doctor: { availableSlots: Edges<{ start: string }> } }>(
    `query ($doctor: ID!, $service: ID!, $from: DateTime!, $to: DateTime!) {
      doctor(id: $doctor) { availableSlots(service: $service, from: $from, to: $to, first: 1) { edges { node { start } } } }
    }`,
    { ...slot, from: slot.start, to: new Date(Date.parse(slot.start) + 60_000).toISOString() },
  );
  expect(offered.data?.doctor.availableSlots.edges).toEqual([]);
});
