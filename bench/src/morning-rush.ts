import { createHash } from 'node:crypto';
import { counter, deploy, print, quantile } from './deployment.ts';
import { getRequest, type KeptConnection, openConnection, postRequest } from './keep-alive.ts';

// A thousand visitors at once for one doctor whose times nobody has asked for: what it costs PostgreSQL, and how long they
// wait, against one visitor of such a doctor. Through two processes, each with gateway and subgraphs, that share a Redis.
// Run: `pnpm bench:rush`

const visitors = 1_000;
const rounds = 7;
const singles = 40;

const scale = { clinics: 60, doctors: 300, patients: 3_000, appointments: 30_000, daysBack: 30, daysAhead: 45 };
await using deployment = await deploy(scale);
const urls = await Promise.all([deployment.start(), deployment.start()]);

const times = `query Times($doctor: ID!, $service: ID!, $from: DateTime!, $to: DateTime!) {
  doctor(id: $doctor) {
    name
    availableSlots(service: $service, from: $from, to: $to, first: 50) { totalCount edges { node { start localStart } } }
  }
}`;
const hash = createHash('sha256').update(times).digest('hex');
const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
const from = new Date(Math.ceil(Date.now() / 60_000) * 60_000);
const to = new Date(from.getTime() + 30 * 86_400_000);

const pairs = await doctorsAndServices();
const pathOf = ({ doctor, service }: { doctor: string; service: string }): string => {
  const variables = { doctor, service, from: from.toISOString(), to: to.toISOString() };
  const search = new URLSearchParams({ variables: JSON.stringify(variables), extensions: JSON.stringify(extensions) });
  return `/graphql?${search}`;
};
const connections = await Promise.all(
  Array.from({ length: visitors }, async (_, index) => {
    const url = urls[index % urls.length] ?? '';
    return { url, connection: await openConnection(url) };
  }),
);
for (const { url, connection } of connections.slice(0, 2)) {
  await connection.send(postRequest(url, { query: times, variables: nobody(), extensions }));
}
// Compiled and warm in everything but the doctors that follow.
for (const pair of pairs.splice(0, 20))
  for (const { url, connection } of connections.slice(0, 2)) await ask(connection, url, pair);

const alone: number[] = [];
const rush: number[] = [];
const computations: number[] = [];
// The first round warms up the processes, and what sends the load.
for (let round = -1; round < rounds; round += 1) {
  for (const [index, pair] of pairs.splice(0, Math.ceil(singles / rounds)).entries()) {
    const { url, connection } = connections[index % 2] ?? fail();
    alone.push(await ask(connection, url, pair));
  }
  const pair = pairs.shift() ?? fail();
  const before = await counter(urls, 'consulta_cache_fill_seconds_count', ['cache="slots"']);
  const waited = await Promise.all(connections.map(({ url, connection }) => ask(connection, url, pair)));
  if (round < 0) continue;
  rush.push(quantile(waited, 0.99));
  computations.push((await counter(urls, 'consulta_cache_fill_seconds_count', ['cache="slots"'])) - before);
}
for (const { connection } of connections) connection.close();

const single = quantile(alone, 0.5);
print(
  `one visitor of a cold doctor, a month of times: p50 ${single.toFixed(1)} ms, p99 ${quantile(alone, 0.99).toFixed(1)} ms`,
);
print(`${visitors} at once, ${rounds} rounds: computations ${computations.join(', ')}`);
print(`their p99: ${rush.map((millis) => millis.toFixed(0)).join(', ')} ms`);
print(`p99 of ${visitors} to p50 of one: ${(quantile(rush, 0.5) / single).toFixed(1)} (median of the rounds)`);

async function ask(
  connection: KeptConnection,
  url: string,
  pair: { doctor: string; service: string },
): Promise<number> {
  const { status, body, millis } = await connection.send(getRequest(url, pathOf(pair)));
  if (status !== 200 || !body.includes('"start"')) throw new Error(`answered ${status}: ${body.slice(0, 200)}`);
  return millis;
}

async function doctorsAndServices(): Promise<{ doctor: string; service: string }[]> {
  const query =
    '{ healthcareServices(first: 100) { edges { node { id doctors(first: 3) { edges { node { id } } } } } } }';
  const response = await fetch(`${urls[0]}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  interface Edges<Node> {
    readonly edges: readonly { readonly node: Node }[];
  }
  const { data } = (await response.json()) as {
    data: { healthcareServices: Edges<{ id: string; doctors: Edges<{ id: string }> }> };
  };
  const seen = new Set<string>();
  return data.healthcareServices.edges.flatMap(({ node: { id: service, doctors } }) =>
    doctors.edges.flatMap(({ node: { id: doctor } }) => {
      if (seen.has(doctor)) return [];
      seen.add(doctor);
      return [{ doctor, service }];
    }),
  );
}

function nobody() {
  return { doctor: 'x', service: 'x', from, to };
}

function fail(): never {
  throw new Error('there are too few doctors for so many rounds');
}
