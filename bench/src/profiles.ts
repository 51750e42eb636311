import { counter, deploy, print } from './deployment.ts';
import { ask, type Edges } from './graph.ts';
import { openConnection, postRequest } from './keep-alive.ts';

// Pages of doctors as people read them, some of them far more often than others: SQL statements with caches and without.
// Run: `pnpm bench:profiles`

const scale = { clinics: 60, doctors: 1_000, patients: 1_000, appointments: 5_000, daysBack: 10, daysAhead: 20 };
const pages = 5_000;

const profile = `query Profile($doctor: ID!) {
  doctor(id: $doctor) {
    name biography languages status
    specializations(first: 10) { edges { node { name } } }
    clinics(first: 10) { edges { node { name city timeZone } } }
  }
}`;

await using deployment = await deploy(scale);
const counts: Record<string, number> = {};
for (const cache of ['off', 'on'] as const) {
  const url = await deployment.start({ CACHE: cache });
  const doctors = await doctorsOf(url);
  const connection = await openConnection(url);
  const pick = zipf(doctors.length);
  const statements = () => counter([url], 'consulta_operation_statements_sum');
  const before = await statements();
  for (let page = 0; page < pages; page += 1) {
    const { body } = await connection.send(
      postRequest(url, { query: profile, variables: { doctor: doctors[pick()] } }),
    );
    if (!body.includes('"biography"') || body.includes('"errors"')) throw new Error(body.slice(0, 300));
  }
  counts[cache] = (await statements()) - before;
  connection.close();
  if (cache === 'off') continue;
  const outcome = (name: string) => counter([url], 'consulta_cache_total', [`outcome="${name}"`]);
  const [hits, absent, stale, misses] = await Promise.all(['hit', 'absent', 'stale', 'miss'].map(outcome));
  const served = (hits ?? 0) + (absent ?? 0) + (stale ?? 0);
  print(`hit rate ${((served / (served + (misses ?? 0))) * 100).toFixed(1)} %`);
}
const { off = 0, on = 0 } = counts;
print(
  `${pages} pages of ${scale.doctors} doctors (Zipf): ${off} statements without caches, ${on} with: ` +
    `${(off / Math.max(on, 1)).toFixed(1)} times fewer`,
);

async function doctorsOf(url: string): Promise<string[]> {
  const found: string[] = [];
  interface Page {
    readonly doctors: Edges<{ id: string }> & { readonly pageInfo: { hasNextPage: boolean; endCursor: string } };
  }
  for (let after: string | null = null; ; ) {
    const data: Page = await ask(
      url,
      'query Ids($after: String) { doctors(first: 100, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    found.push(...data.doctors.edges.map(({ node }) => node.id));
    if (!data.doctors.pageInfo.hasNextPage) return found;
    after = data.doctors.pageInfo.endCursor;
  }
}

/** Ranks, each asked for as often as its number tells: the second half as often as the first, the third a third. Repeatable. */
function zipf(ranks: number): () => number {
  const weights = Array.from({ length: ranks }, (_, rank) => 1 / (rank + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    let left = (state / 2 ** 32) * total;
    for (const [rank, weight] of weights.entries()) {
      left -= weight;
      if (left <= 0) return rank;
    }
    return ranks - 1;
  };
}
