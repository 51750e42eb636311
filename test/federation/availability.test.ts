import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Edges, type Query, startTestStack, type TestStack } from '../kit/stack.ts';

const redisUrl = inject('redisUrl');
const stores = [['memory', null] as const, ...(redisUrl === null ? [] : [['Redis', `${redisUrl}/7`] as const])];

interface Slot {
  readonly start: string;
  readonly localStart: string;
  readonly doctor: { readonly id: string; readonly schedule: { readonly id: string } | null };
  readonly clinic: { readonly id: string; readonly city: string };
  readonly service: { readonly id: string };
  readonly modalities: readonly string[];
}

const search = `query Search($filter: AvailabilityFilter!) {
  searchAvailability(filter: $filter, first: 20) {
    edges { node { start localStart modalities doctor { id schedule { id } } clinic { id city } service { id } } }
  }
}`;
const next = `query Next($doctor: ID!, $service: ID!) {
  doctor(id: $doctor) { nextAvailableSlot(service: $service) { start } }
}`;
const times = `query Times($doctor: ID!, $service: ID!, $from: DateTime!, $to: DateTime!) {
  doctor(id: $doctor) { availableSlots(service: $service, from: $from, to: $to, first: 100) { edges { node { start } } } }
}`;

const later = new Date(Date.now() + 26 * 3_600_000).toISOString();

describe.for(stores)('free times, kept in %s', ([, url]) => {
  let stack: TestStack;
  let admin: Query;
  let patient: Query;
  beforeAll(async () => {
    stack = await startTestStack({ redisUrl: url });
    [admin, patient] = await Promise.all([stack.signIn('admin@demo.local'), stack.signIn('patient@demo.local')]);
    // The relay's first word that what is kept may be trusted.
    await until(async () => (await searchFor({})).statements === 0);
  });
  afterAll(() => stack.stop());

  async function searchFor(filter: object, as: Query = stack.anonymous) {
    const answer = await as<{ searchAvailability: Edges<Slot> }>(search, { filter });
    expect(answer.errors).toBeUndefined();
    const sent = answer.extensions?.sql?.texts.filter(({ subgraph }) => subgraph === 'appointments') ?? [];
    const ofSchedules = sent.filter(({ field }) => field === 'Doctor.schedule').length;
    return {
      slots: answer.data?.searchAvailability.edges.map(({ node }) => node) ?? [],
      statements: sent.length - ofSchedules,
    };
  }

  async function timesOf({ doctor, service, start }: Slot): Promise<string[]> {
    const answer = await stack.anonymous<{ doctor: { availableSlots: Edges<{ start: string }> } }>(times, {
      doctor: doctor.id,
      service: service.id,
      from: start,
      to: new Date(Date.parse(start) + 3 * 86_400_000).toISOString(),
    });
    return answer.data?.doctor.availableSlots.edges.map(({ node }) => node.start) ?? [];
  }

  async function nextOf({ doctor, service }: Slot): Promise<string | undefined> {
    const answer = await stack.anonymous<{ doctor: { nextAvailableSlot: { start: string } | null } }>(next, {
      doctor: doctor.id,
      service: service.id,
    });
    return answer.data?.doctor.nextAvailableSlot?.start;
  }

  test('are found across doctors and clinics, each told by the clinic’s clocks or the viewer’s', async () => {
    const { slots } = await searchFor({ from: later });
    expect(slots).toHaveLength(20);
    expect(new Set(slots.map(({ doctor }) => doctor.id)).size).toBeGreaterThan(1);
    expect(slots.map(({ start }) => start)).toEqual(slots.map(({ start }) => start).toSorted());
    const [slot] = slots;
    const answer = await stack.anonymous<{ searchAvailability: Edges<{ localStart: string; start: string }> }>(
      `query Local($filter: AvailabilityFilter!) {
        searchAvailability(filter: $filter, first: 1) { edges { node { start localStart(timeZone: "Pacific/Auckland") } } }
      }`,
      { filter: { from: later } },
    );
    const shown = answer.data?.searchAvailability.edges[0]?.node;
    expect(shown?.start).toBe(slot?.start);
    const auckland = Temporal.Instant.from(slot?.start ?? '').toZonedDateTimeISO('Pacific/Auckland');
    expect(shown?.localStart).toBe(auckland.toPlainDateTime().toString({ smallestUnit: 'minute' }));
  });

  test('cost no statement of appointments when asked for again', async () => {
    await searchFor({ from: later });
    expect((await searchFor({ from: later })).statements).toBe(0);
  });

  test('are what the doctor offers, and the first of them is the next', async () => {
    const { slots } = await searchFor({});
    const [slot] = slots;
    if (slot === undefined) throw new Error('nothing is free');
    expect((await timesOf(slot))[0]).toBe(slot.start);
    expect(await nextOf(slot)).toBe(slot.start);
  });

  test('are gone once they are booked, and back once that is cancelled', async () => {
    const { slots } = await searchFor({ from: later });
    const slot = slots.find(({ modalities }) => modalities.includes('IN_PERSON'));
    if (slot === undefined) throw new Error('nothing is free');
    expect(await timesOf(slot)).toContain(slot.start);
    const booked = await patient<{ bookAppointment: { appointment: { id: string } | null; userErrors: unknown[] } }>(
      `mutation Book($input: BookAppointmentInput!) {
        bookAppointment(input: $input) { appointment { id } userErrors { code } }
      }`,
      {
        input: {
          doctor: slot.doctor.id,
          clinic: slot.clinic.id,
          service: slot.service.id,
          start: slot.start,
          modality: 'IN_PERSON',
        },
      },
    );
    expect(booked.data?.bookAppointment.userErrors).toEqual([]);
    await until(async () => !(await timesOf(slot)).includes(slot.start));
    const same = (other: Slot) => other.start === slot.start && other.doctor.id === slot.doctor.id;
    await until(async () => !(await searchFor({ from: later })).slots.some(same));

    const appointment = booked.data?.bookAppointment.appointment?.id;
    await patient(
      'mutation Cancel($input: CancelAppointmentInput!) { cancelAppointment(input: $input) { userErrors { code } } }',
      {
        input: { appointment },
      },
    );
    await until(async () => (await timesOf(slot)).includes(slot.start));
  });

  test('go with the rules of a schedule', async () => {
    const { slots } = await searchFor({ from: later }, admin);
    const slot = slots.at(-1);
    const schedule = slot?.doctor.schedule?.id;
    if (slot === undefined || schedule === undefined) throw new Error('nothing is free');
    const away = await admin<{ createAvailabilityException: { userErrors: unknown[] } }>(
      `mutation Away($input: CreateAvailabilityExceptionInput!) {
        createAvailabilityException(input: $input) { userErrors { code } }
      }`,
      { input: { schedule, kind: 'UNAVAILABLE', start: later, end: new Date(Date.parse(later) + 90 * 86_400_000) } },
    );
    expect(away.data?.createAvailabilityException.userErrors).toEqual([]);
    await until(async () => (await timesOf(slot)).length === 0);
    await until(async () => !(await searchFor({ doctor: slot.doctor.id, from: later })).slots.length);
  });

  test('follow a clinic that moves to another city', async () => {
    const { slots } = await searchFor({ from: later });
    const clinic = slots[0]?.clinic.id;
    const moved = await admin<{ updateClinic: { userErrors: unknown[] } }>(
      'mutation Move($input: UpdateClinicInput!) { updateClinic(input: $input) { userErrors { code } } }',
      { input: { clinic, city: 'Atlantis' } },
    );
    expect(moved.data?.updateClinic.userErrors).toEqual([]);
    await until(async () => (await searchFor({ city: 'atlantis', from: later })).slots.length > 0);
    const found = await searchFor({ city: 'ATLANTIS', from: later });
    expect(new Set(found.slots.map((slot) => slot.clinic.id))).toEqual(new Set([clinic]));
  });
});

test('what one process books another stops to offer', async () => {
  await using first = await startTestStack();
  const second = await first.another();
  const free = async (filter: object, query: Query) =>
    (await query<{ searchAvailability: Edges<Slot> }>(search, { filter })).data?.searchAvailability.edges[0]?.node;
  const slot = await free({ from: later }, first.anonymous);
  const filter = { from: later, doctor: slot?.doctor.id, service: slot?.service.id };
  const seen = async () => (await free(filter, second.anonymous))?.start;
  await until(async () => (await seen()) === slot?.start);
  const patient = await first.signIn('patient@demo.local');
  const booked = await patient<{ bookAppointment: { userErrors: unknown[] } }>(
    'mutation Book($input: BookAppointmentInput!) { bookAppointment(input: $input) { userErrors { code } } }',
    {
      input: {
        doctor: slot?.doctor.id,
        clinic: slot?.clinic.id,
        service: slot?.service.id,
        start: slot?.start,
        modality: slot?.modalities[0],
      },
    },
  );
  expect(booked.data?.bookAppointment.userErrors).toEqual([]);
  await until(async () => (await seen()) !== slot?.start);
  await second.stop();
}, 60_000);

/** Tells of what happens soon: a relay takes milliseconds, a busy machine seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; !(await holds()); attempt += 1) {
    if (attempt > 200) throw new Error('it did not come true');
    await sleep(50);
  }
}
