import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnRedis, startOwnRedis } from '../kit/redis.ts';
import { type Edges, type Query, startTestStack, type TestStack } from '../kit/stack.ts';

const redis: OwnRedis | null = await startOwnRedis({ persistent: false });
let stack: TestStack;
let admin: Query;

interface Slot {
  readonly start: string;
  readonly doctor: { readonly id: string };
  readonly clinic: { readonly id: string };
  readonly service: { readonly id: string };
  readonly modalities: readonly string[];
}

const from = new Date(Date.now() + 30 * 3_600_000).toISOString();

beforeAll(async () => {
  if (redis === null) return;
  stack = await startTestStack({ redisUrl: redis.url });
  admin = await stack.signIn('admin@demo.local');
});
afterAll(async () => {
  await stack?.stop();
  await redis?.[Symbol.asyncDispose]();
});

/** Free times, and how many statements of appointments it took to find them. */
async function search(): Promise<{ slots: readonly Slot[]; statements: number }> {
  const answer = await stack.anonymous<{ searchAvailability: Edges<Slot> }>(
    `query Search($from: DateTime!) {
      searchAvailability(filter: { from: $from }, first: 50) {
        edges { node { start doctor { id } clinic { id } service { id } modalities } }
      }
    }`,
    { from },
  );
  expect(answer.errors).toBeUndefined();
  const sent = answer.extensions?.sql?.texts.filter(({ subgraph }) => subgraph === 'appointments') ?? [];
  return { slots: answer.data?.searchAvailability.edges.map(({ node }) => node) ?? [], statements: sent.length };
}

async function book(slot: Slot, patient: string): Promise<readonly string[]> {
  const answer = await admin<{ bookAppointment: { userErrors: { code: string }[] } }>(
    'mutation Book($input: BookAppointmentInput!) { bookAppointment(input: $input) { userErrors { code } } }',
    {
      input: {
        patient,
        doctor: slot.doctor.id,
        clinic: slot.clinic.id,
        service: slot.service.id,
        start: slot.start,
        modality: slot.modalities[0],
      },
    },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data?.bookAppointment.userErrors.map(({ code }) => code) ?? [];
}

const isSame = (a: Slot) => (b: Slot) => a.start === b.start && a.doctor.id === b.doctor.id;

test.skipIf(redis === null)(
  'Redis hangs and comes back: bookings go on, and no search offers what was taken',
  async () => {
    const patients = await admin<{ patients: Edges<{ id: string }> }>(
      '{ patients(first: 100) { edges { node { id } } } }',
    );
    const people = patients.data?.patients.edges.map(({ node }) => node.id) ?? [];
    const untilKept = async () => {
      for (let attempt = 0; (await search()).statements > 0; attempt += 1) {
        if (attempt > 400) throw new Error('the caches are not in use');
        await sleep(50);
      }
    };
    const bookOne = async (slots: readonly Slot[]): Promise<Slot> => {
      for (const slot of slots) {
        const patient = people.pop();
        if (patient !== undefined && (await book(slot, patient)).length === 0) return slot;
      }
      throw new Error('nothing could be booked');
    };

    await untilKept();
    redis?.signal('SIGSTOP');
    const taken: Slot[] = [];
    for (let round = 0; round < 3; round += 1) {
      taken.push(await bookOne((await search()).slots));
      const { slots, statements } = await search();
      expect(statements).toBeGreaterThan(0);
      for (const slot of taken) expect(slots.some(isSame(slot))).toBe(false);
    }
    // What Redis holds is from before those bookings, until the relay has told it.
    redis?.signal('SIGCONT');
    for (let look = 0; look < 40; look += 1) {
      const { slots } = await search();
      for (const slot of taken) expect(slots.some(isSame(slot))).toBe(false);
      await sleep(50);
    }
    await untilKept();
    const { slots } = await search();
    for (const slot of taken) expect(slots.some(isSame(slot))).toBe(false);
  },
  90_000,
);
