import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { onServer } from '../kit/admin.ts';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { post, send } from './send.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

const probe = async (path: string): Promise<[status: number, body: unknown]> => {
  const { status, text } = await send(`${stack.url}${path}`);
  return [status, JSON.parse(text)];
};

test('a stack that runs is live, started and ready', async () => {
  expect(await probe('/live')).toEqual([200, { status: 'ok' }]);
  expect(await probe('/startup')).toEqual([200, { status: 'serving' }]);
  expect(await probe('/ready')).toEqual([
    200,
    { status: 'serving', checks: { postgres: 'ok' }, timeZoneData: expect.any(String) },
  ]);
});

/** Ends every session on the stack's database and lets nobody back in. */
async function withoutPostgres(work: () => Promise<void>): Promise<void> {
  const name = new URL(stack.database.connectionString).pathname.slice(1);
  const allow = (allowed: boolean) =>
    onServer(inject('adminUrl'), (client) => client.query(`alter database ${name} with allow_connections ${allowed}`));
  await allow(false);
  try {
    await onServer(inject('adminUrl'), (client) =>
      client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]),
    );
    await work();
  } finally {
    await allow(true);
  }
}

test('without PostgreSQL it is live but not ready, says so in GraphQL, and is ready again when it is back', async () => {
  await withoutPostgres(async () => {
    expect(await probe('/ready')).toMatchObject([503, { status: 'serving', checks: { postgres: 'failing' } }]);
    expect(await probe('/live')).toEqual([200, { status: 'ok' }]);
    const answer = await stack.anonymous('{ clinics { totalCount } }');
    expect(answer.errors?.[0]).toMatchObject({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) },
    });
  });
  expect(await probe('/ready')).toMatchObject([200, { checks: { postgres: 'ok' } }]);
  expect(await stack.anonymous('{ clinics { totalCount } }')).toMatchObject({ data: { clinics: { totalCount: 8 } } });
});

interface Sample {
  readonly name: string;
  readonly labels: readonly string[];
  readonly value: number;
}

async function metrics(): Promise<Sample[]> {
  const { status, headers, text } = await send(`${stack.url}/metrics`);
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  return [...text.matchAll(/^(\w+)(?:\{(.*)\})? (\S+)$/gm)].map(([, name = '', labels = '', value]) => ({
    name,
    labels: [...labels.matchAll(/\w+="[^"]*"/g)].map(([label]) => label),
    value: Number(value),
  }));
}

const named = (samples: readonly Sample[], name: string): Sample[] => samples.filter((sample) => sample.name === name);

test('the pool shows its connections: on loan, idle, and callers waiting', async () => {
  await stack.anonymous('{ clinics { totalCount } }');
  const samples = await metrics();
  const [active = Number.NaN, idle = Number.NaN, waiting] = ['active', 'idle', 'waiting'].map(
    (state) => named(samples, `consulta_pool_${state}`)[0]?.value,
  );
  // The relay borrows some at any moment, so only the sum is known: the operation just answered left one at least.
  expect(active + idle).toBeGreaterThan(0);
  expect(waiting).toBe(0);
});

test('a histogram counts the statements of each operation, by subgraph', async () => {
  const countOf = async (): Promise<number | undefined> =>
    named(await metrics(), 'consulta_operation_statements_count').find(({ labels }) =>
      labels.includes('subgraph="providers"'),
    )?.value;
  await stack.anonymous('{ clinics { totalCount } }');
  const before = await countOf();
  await stack.anonymous('{ doctors { totalCount } }');
  expect(await countOf()).toBe((before ?? Number.NaN) + 1);
});

test('labels hold no ids, names or addresses, and what clients send adds none', async () => {
  const seriesOf = async () => new Set((await metrics()).map(({ name, labels }) => `${name}{${labels.join(',')}}`));
  const admin = await stack.signIn('admin@demo.local');
  const visit = (name: string) => admin(`query ${name} { patients(first: 3) { edges { node { id name } } } }`);
  await visit('Warm');
  const before = await seriesOf();
  await visit('ZzOperation1');
  await visit('ZzOperation2');
  const after = await seriesOf();
  // What may come of asking a cache is a closed list, of which not all has happened yet.
  const added = [...after].filter((series) => !before.has(series) && !series.startsWith('consulta_cache_'));
  expect(added).toEqual([]);
  const labels = [...after].join('\n');
  expect(labels).not.toMatch(/Zz|@|[0-9a-f]{8}-[0-9a-f]{4}-|_[0-9a-hjkmnp-tv-z]{26}/);
});

test('what is under way when the stack is told to stop is answered', async () => {
  const ending = await startTestStack();
  const { connectionString } = ending.database;
  await onServer(connectionString, async (client) => {
    await client.query('begin; lock table providers.clinic in access exclusive mode');
    const underWay = send(`${ending.url}/graphql`, post('{"query":"{ clinics { totalCount } }"}'));
    await untilSomebodyWaits(connectionString);
    const stopped = ending.stop();
    await expect(fetch(`${ending.url}/live`)).rejects.toThrow('fetch failed');
    await client.query('commit');
    expect(JSON.parse((await underWay).text)).toMatchObject({ data: { clinics: { totalCount: 8 } } });
    await client.end();
    await stopped;
  });
});

async function untilSomebodyWaits(connectionString: string): Promise<void> {
  const isWaiting = `select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`;
  for (;;) {
    const { rows } = await onServer(connectionString, (client) => client.query<{ waits: boolean }>(isWaiting));
    if (rows[0]?.waits) return;
    await sleep(20);
  }
}
