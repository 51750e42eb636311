import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSecrets } from '@consulta/cli/secrets';
import { createAccessTokens } from '@consulta/gateway/auth/access-token';
import { createSignIn } from '@consulta/gateway/auth/sign-in';
import type { Database as Identity } from '@consulta/gateway/generated/database';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { createPool } from '@consulta/platform/postgres/pool';
import { testPoolConfig } from '@consulta/platform/postgres/pool.fixture';
import { countStatements } from '@consulta/platform/postgres/statements';
import { buildSchema } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SentStatements, startTestStack, type TestStack } from '../kit/stack.ts';
import { scanFinder } from './plans.ts';
import { readOperations } from './read-operations.ts';
import { findSamples } from './samples.ts';
import { type OnSent, sendMutations } from './write-operations.ts';

const api = readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'api.graphql'), 'utf8');

/** Rows enough that reading a month's partition from end to end costs more than its index. */
const enoughToChoose = {
  clinics: 40,
  doctors: 120,
  patients: 3_000,
  appointments: 40_000,
  daysBack: 400,
  daysAhead: 45,
};

let stack: TestStack;
let client: pg.Client;
beforeAll(async () => {
  stack = await startTestStack({ scale: enoughToChoose, cache: 'off' });
  client = new pg.Client({ connectionString: stack.database.connectionString });
  await client.connect();
  // As autovacuum leaves it: what an index holds can be answered from the index alone.
  await client.query('vacuum (analyze)');
}, 240_000);
afterAll(async () => {
  await client.end();
  await stack.stop();
});

test('no statement that the API issues scans a large table from end to end', async () => {
  const schema = buildSchema(api);
  const statements = new Map<string, string>();
  const keep: OnSent = (operation, texts) => {
    for (const { sql } of texts) statements.set(sql, operation);
  };
  const findScans = await scanFinder(client);

  const operations = readOperations(schema, await findSamples(client));
  for (const email of ['admin@demo.local', 'staff@demo.local', 'doctor@demo.local', 'patient@demo.local'] as const) {
    const query = await stack.signIn(email);
    for (const operation of operations) {
      const answer = await query(operation);
      const unexpected = answer.errors?.filter(({ extensions }) => extensions.code !== 'FORBIDDEN') ?? [];
      expect(unexpected, operation).toEqual([]);
      keep(operation, answer.extensions?.sql?.texts ?? []);
    }
  }
  const [admin, doctor, patient] = await Promise.all([
    stack.signIn('admin@demo.local'),
    stack.signIn('doctor@demo.local'),
    stack.signIn('patient@demo.local'),
  ]);
  const sent = await sendMutations({ admin, doctor, patient }, keep);
  expect([...sent].sort()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
  keep('sign-in', await statementsOfSignIn(stack.database.connectionString));

  const scans: string[] = [];
  for (const [sql, operation] of statements) {
    for (const table of await findScans(sql)) scans.push(`${table}: ${sql}\n  sent by ${operation}`);
  }
  const all = operations.length + sent.size;
  process.stdout.write(`\n${all} operations sent ${statements.size} distinct statements\n`);
  expect(scans).toEqual([]);
}, 240_000);

/** Signing in is no operation of the graph, so its statements are counted here. */
async function statementsOfSignIn(connectionString: string): Promise<SentStatements['texts']> {
  const runtime = { logger: createLogger({ level: 'silent' }), metrics: createMetrics() };
  const pool = createPool(testPoolConfig(connectionString), runtime);
  const tokens = await createAccessTokens(generateSecrets().tokenKey);
  const signIn = createSignIn(createKysely<Identity>(pool, 'identity'), tokens);
  const log = await countStatements('sign-in', async (log) => {
    expect(await signIn('patient@demo.local', 'demo-consulta')).toBeDefined();
    return log;
  });
  await pool.end();
  return [...log.statements.values()].map((statement) => ({ subgraph: 'gateway', ...statement }));
}
