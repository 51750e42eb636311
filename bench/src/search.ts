import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scale } from '@consulta/cli/seed/scale';
import { counter, deploy, print, quantile } from './deployment.ts';
import { ask, type Edges } from './graph.ts';
import { openConnection, postRequest } from './keep-alive.ts';

// The first page of a search through a month of all doctors: with everything kept, with nothing kept, and how many SQL
// statements that takes with a hundred doctors and with ten thousand.
// Run: `pnpm bench:search`

const small: Scale = { clinics: 20, doctors: 100, patients: 1_000, appointments: 3_000, daysBack: 5, daysAhead: 40 };
const large: Scale = {
  clinics: 2_000,
  doctors: 10_000,
  patients: 20_000,
  appointments: 300_000,
  daysBack: 5,
  daysAhead: 40,
};
const warmRounds = 100;
const coldRounds = 15;

const search = `query Search($filter: AvailabilityFilter!) {
  searchAvailability(filter: $filter, first: 20) {
    edges { node { start localStart doctor { id } clinic { id } service { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

await measure(small);
await measure(large);

async function measure(scale: Scale): Promise<void> {
  await using deployment = await deploy(scale);
  const url = await deployment.start();
  const connection = await openConnection(url);
  const statements = async () => ({
    sum: await counter([url], 'consulta_operation_statements_sum', ['subgraph="appointments"']),
    count: await counter([url], 'consulta_operation_statements_count', ['subgraph="appointments"']),
  });
  const run = async (filter: object): Promise<number> => {
    const { status, body, millis } = await connection.send(postRequest(url, { query: search, variables: { filter } }));
    if (status !== 200 || body.includes('"errors"')) throw new Error(body.slice(0, 300));
    return millis;
  };
  const filters = await filtersOf(url);
  for (let round = 0; round < 20; round += 1) for (const filter of Object.values(filters)) await run(filter);

  const allWarm: number[] = [];
  const allCold: number[] = [];
  for (const [name, filter] of Object.entries(filters)) {
    const warm: number[] = [];
    for (let round = 0; round < warmRounds; round += 1) warm.push(await run(filter));
    const cold: number[] = [];
    const before = await statements();
    for (let round = 0; round < coldRounds; round += 1) {
      await flush(deployment.redisUrl);
      cold.push(await run(filter));
    }
    const after = await statements();
    const each = (after.sum - before.sum) / (after.count - before.count);
    allWarm.push(...warm);
    allCold.push(...cold);
    print(
      `  ${name}: warm p50 ${quantile(warm, 0.5).toFixed(1)} ms, cold p50 ${quantile(cold, 0.5).toFixed(1)} ms with ` +
        `${each.toFixed(1)} statements`,
    );
  }
  print(
    `${scale.doctors} doctors, a month ahead, first page: warm p50 ${quantile(allWarm, 0.5).toFixed(1)} ms ` +
      `(p99 ${quantile(allWarm, 0.99).toFixed(1)}), cold p50 ${quantile(allCold, 0.5).toFixed(1)} ms ` +
      `(p99 ${quantile(allCold, 0.99).toFixed(1)}), ratio ${(quantile(allCold, 0.5) / quantile(allWarm, 0.5)).toFixed(1)}`,
  );
  connection.close();
}

/** What people look for. */
async function filtersOf(url: string): Promise<Record<string, object>> {
  const data = await ask<{
    specializations: Edges<{ id: string }>;
    clinics: Edges<{ id: string; city: string }>;
  }>(url, '{ specializations(first: 1) { edges { node { id } } } clinics(first: 1) { edges { node { id city } } } }');
  const specialization = data.specializations.edges[0]?.node.id;
  const clinic = data.clinics.edges[0]?.node;
  return {
    anybody: {},
    'a specialization': { specialization },
    'a specialization in a city': { specialization, city: clinic?.city },
    'a clinic': { clinic: clinic?.id },
    'video in Spanish': { modality: 'VIDEO', language: 'es' },
    'evenings of week days': {
      timeOfDay: { from: '17:00', to: '20:00' },
      daysOfWeek: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
    },
  };
}

/** Everything kept is gone, in memory too as the bus has a gap; and then the relay's word that what is kept from now on may be trusted. */
async function flush(redisUrl: string): Promise<void> {
  const { hostname, port } = new URL(redisUrl);
  const socket = connect(Number(port), hostname);
  socket.write('FLUSHALL\r\nCLIENT KILL TYPE pubsub\r\n');
  await once(socket, 'data');
  socket.destroy();
  await sleep(1_000);
}
