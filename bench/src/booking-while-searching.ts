import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { createPool } from '@consulta/platform/postgres/pool';
import { testPoolConfig } from '@consulta/platform/postgres/pool.fixture';
import { signInAt } from '@consulta/test/kit/sign-in';
import { sql } from 'kysely';
import { counter, deploy, print, quantile } from './deployment.ts';
import { ask, atRate, type Edges } from './graph.ts';
import { openConnection, postRequest } from './keep-alive.ts';

// Ten times the peak of bookings while two hundred searches a second look for free times, through two processes: how long a
// booking takes, whether anything is booked twice, and whether a search still offers a time a second after it was taken.
// Run: `pnpm bench:booking [searches a second] [bookings a second]`, by default 200 and 30

const seconds = 60;
const [searchesPerSecond = 200, bookingsPerSecond = 30] = process.argv.slice(2).map(Number);
const mayBeShownMillis = 1_000;

const scale = { clinics: 200, doctors: 1_000, patients: 4_000, appointments: 40_000, daysBack: 10, daysAhead: 40 };
await using deployment = await deploy(scale);
const urls = await Promise.all([deployment.start(), deployment.start()]);
const admin = await signInAt(urls[0] ?? '', 'admin@demo.local');

interface Slot {
  readonly start: string;
  readonly end: string;
  readonly doctor: { readonly id: string };
  readonly clinic: { readonly id: string };
  readonly service: { readonly id: string };
  readonly modalities: readonly string[];
}
const search = `query Search($filter: AvailabilityFilter!) {
  searchAvailability(filter: $filter, first: 20) {
    edges { node { start end doctor { id } clinic { id } service { id } modalities } }
  }
}`;
const book = `mutation Book($input: BookAppointmentInput!) {
  bookAppointment(input: $input) { appointment { id } userErrors { code } }
}`;

const filters = await filtersOf();
const patients = await patientsOf();
const pool = await Promise.all(
  Array.from({ length: 100 }, async (_, index) => {
    const url = urls[index % urls.length] ?? '';
    return { url, connection: await openConnection(url) };
  }),
);
const random = lcg();
const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;

const waiting: ((free: Free) => void)[] = [];
let failures = 0;

/** Times seen of late, for bookings to be made of. */
const seen: Slot[] = [];
const shown: { readonly askedAt: number; readonly slots: readonly Slot[] }[] = [];
const taken: { readonly slot: Slot; readonly at: number }[] = [];
const searchMillis: number[] = [];
const bookingMillis: number[] = [];
const outcomes: Record<string, number> = {};

// Compiled and warm, as processes are that have served for a while.
for (const share of [0.1, 0.25, 0.5, 0.75]) await load(share, 8);
print(`${seconds} s of ${bookingsPerSecond} bookings/s and ${searchesPerSecond} searches/s …`);
shown.length = 0;
searchMillis.length = 0;
bookingMillis.length = 0;
for (const outcome of Object.keys(outcomes)) delete outcomes[outcome];
await load(1, seconds);

const hits = await Promise.all(
  ['hit', 'miss', 'coalesced', 'lock_wait', 'warmed', 'bypassed'].map(
    async (name) => `${name} ${await counter(urls, 'consulta_cache_total', ['cache="slots"', `outcome="${name}"`])}`,
  ),
);
print(
  `searches: p50 ${quantile(searchMillis, 0.5).toFixed(1)} ms, p99 ${quantile(searchMillis, 0.99).toFixed(1)} ms, ` +
    `${failures} failed`,
);
print(`days of slots: ${hits.join(', ')}`);
print(`bookings: ${JSON.stringify(outcomes)}`);
print(
  `bookings: p50 ${quantile(bookingMillis, 0.5).toFixed(1)} ms, p99 ${quantile(bookingMillis, 0.99).toFixed(1)} ms`,
);
print(`double bookings: ${await doubleBookings()}`);
print(`times shown more than ${mayBeShownMillis} ms after they were taken: ${shownTooLate()}`);
for (const { connection } of pool) connection.close();

/** @param share of the rates that are asked for */
async function load(share: number, seconds: number): Promise<void> {
  await Promise.all([
    atRate(searchesPerSecond * share, seconds, (late) => searchOnce(pick(filters), late)),
    atRate(bookingsPerSecond * share, seconds, bookOnce),
  ]);
}

type Free = (typeof pool)[number];

/** Who finds no connection free waits for one, and that is counted. */
async function withConnection<T>(work: (free: Free) => Promise<T>): Promise<T> {
  const free = pool.pop() ?? (await new Promise<Free>((resolve) => waiting.push(resolve)));
  try {
    return await work(free);
  } finally {
    const next = waiting.shift();
    if (next === undefined) pool.push(free);
    else next(free);
  }
}

async function searchOnce(filter: object, late: number): Promise<void> {
  const begun = performance.now() - late;
  await withConnection(async ({ url, connection }) => {
    const askedAt = performance.now();
    const { body } = await connection.send(postRequest(url, { query: search, variables: { filter } }));
    searchMillis.push(performance.now() - begun);
    const { data } = JSON.parse(body) as { data: { searchAvailability: Edges<Slot> } | null };
    if (data === null) {
      failures += 1;
      return;
    }
    const slots = data.searchAvailability.edges.map(({ node }) => node);
    shown.push({ askedAt, slots });
    for (const slot of slots.slice(0, 3)) seen[random(500)] = slot;
  });
}

async function bookOnce(late: number): Promise<void> {
  const begun = performance.now() - late;
  const known = seen.filter((each) => each !== undefined);
  if (known.length === 0) return;
  const slot = pick(known);
  await withConnection(async ({ url, connection }) => {
    const input = {
      doctor: slot.doctor.id,
      clinic: slot.clinic.id,
      service: slot.service.id,
      start: slot.start,
      modality: slot.modalities[0],
      patient: pick(patients),
    };
    const request = postRequest(url, { query: book, variables: { input } }, { authorization: `Bearer ${admin}` });
    const { body } = await connection.send(request);
    bookingMillis.push(performance.now() - begun);
    const { data } = JSON.parse(body) as {
      data: { bookAppointment: { appointment: object | null; userErrors: { code: string }[] } | null } | null;
    };
    const { appointment, userErrors } = data?.bookAppointment ?? { appointment: null, userErrors: [] };
    const outcome = appointment === null ? (userErrors[0]?.code ?? 'failed') : 'booked';
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (appointment !== null) taken.push({ slot, at: performance.now() });
  });
}

function shownTooLate(): number {
  const byDoctor = Map.groupBy(taken, ({ slot }) => slot.doctor.id);
  let count = 0;
  for (const { askedAt, slots } of shown) {
    for (const slot of slots) {
      const overlapping = byDoctor
        .get(slot.doctor.id)
        ?.some(
          (other) =>
            other.at < askedAt - mayBeShownMillis && slot.start < other.slot.end && other.slot.start < slot.end,
        );
      if (overlapping) count += 1;
    }
  }
  return count;
}

async function doubleBookings(): Promise<number> {
  const runtime = { logger: createLogger({ level: 'silent' }), metrics: createMetrics() };
  const connections = createPool(testPoolConfig(deployment.connectionString), runtime);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from appointments.appointment a join appointments.appointment b
      on a.doctor_id = b.doctor_id and a.id < b.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
    where a.starts_at > now() and b.starts_at > now() and a.status = 'booked' and b.status = 'booked'`.execute(
    createKysely(connections, 'appointments'),
  );
  await connections.end();
  return rows[0]?.count ?? Number.NaN;
}

async function filtersOf(): Promise<object[]> {
  const data = await ask<{ specializations: Edges<{ id: string }>; clinics: Edges<{ id: string; city: string }> }>(
    urls[0] ?? '',
    '{ specializations(first: 20) { edges { node { id } } } clinics(first: 40) { edges { node { id city } } } }',
  );
  return [
    {},
    { modality: 'VIDEO' },
    ...data.specializations.edges.map(({ node }) => ({ specialization: node.id })),
    ...data.clinics.edges.map(({ node }) => ({ clinic: node.id })),
    ...data.clinics.edges.slice(0, 10).map(({ node }) => ({ city: node.city })),
  ];
}

async function patientsOf(): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; found.length < 3_000; ) {
    const data: { patients: Edges<{ id: string }> & { pageInfo: { endCursor: string | null } } } = await ask(
      urls[0] ?? '',
      'query Ids($after: String) { patients(first: 100, after: $after) { edges { node { id } } pageInfo { endCursor } } }',
      { after },
      admin,
    );
    found.push(...data.patients.edges.map(({ node }) => node.id));
    after = data.patients.pageInfo.endCursor;
  }
  return found;
}

/** Repeatable. */
function lcg(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
