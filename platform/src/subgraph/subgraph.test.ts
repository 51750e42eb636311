import { type ExecutionResult, type GraphQLError, parse } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { badUserInput } from '../graphql/errors.ts';
import { DateTime } from '../graphql/scalars.ts';
import { createHopSigner } from '../hop/signature.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../metrics.ts';
import { createKysely } from '../postgres/kysely.ts';
import { testPoolConfig } from '../postgres/pool.fixture.ts';
import { createPool, type Pool } from '../postgres/pool.ts';
import { anonymous } from '../viewer/viewer.ts';
import { createSubgraph, type Subgraph } from './subgraph.ts';

const signer = createHopSigner('a secret that is long enough for this');
const lines: string[] = [];
let database: TestDatabase;
let pool: Pool;
let subgraph: Subgraph;

beforeAll(async () => {
  database = await createTestDatabase();
  const metrics = createMetrics();
  const logger = createLogger({ destination: { write: (line: string) => void lines.push(line) } });
  pool = createPool(testPoolConfig(database.connectionString), { logger, metrics });
  const db = createKysely<Record<string, never>>(pool, 'public');
  const one = async () => (await sql<{ n: number }>`select 1 as n`.execute(db)).rows[0]?.n;
  const typeDefs = parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    scalar DateTime
    input Period { from: DateTime! to: DateTime! }
    type Query { things: [Thing!]! fails: Int sqlFails: Int picky(first: Int, at: DateTime, period: Period): Int }
    type Thing { slow: Int }
  `);
  subgraph = createSubgraph(
    {
      name: 'things',
      typeDefs,
      createContext: (request) => request,
      resolvers: {
        DateTime,
        Query: {
          things: () => Array.from({ length: 7 }, () => ({})),
          fails: () => {
            throw new Error('the secret of Ana García');
          },
          sqlFails: async () => (await sql`select ${'Ana García'}::uuid`.execute(db)).rows.length,
          picky: (_: unknown, args: { first?: number }) => {
            if ((args.first ?? 0) < 0) throw badUserInput('Too few.', ['first']);
            return 1;
          },
        },
        Thing: { slow: one },
      },
    },
    { logger, metrics, signer, exposeStatements: true },
  );
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function run(query: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult> {
  const body = JSON.stringify({ query, variables });
  const signature = signer.sign({ viewer: anonymous, requestId: 'request-1', deadline: Date.now() + 1000 }, body);
  const answer = await subgraph.execute(signature, body);
  if ('refused' in answer) throw new Error(answer.refused);
  return JSON.parse(JSON.stringify(answer)) as ExecutionResult;
}

/** Each runs three times: interpreted at first sight, compiled from the second on. */
async function runThrice(query: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult> {
  const results = [await run(query, variables), await run(query, variables), await run(query, variables)];
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
  return results[0] as ExecutionResult;
}

const errorOf = (result: ExecutionResult): GraphQLError | undefined => result.errors?.[0];

test('an unsigned request, _service included, is refused', async () => {
  const body = JSON.stringify({ query: '{ _service { sdl } }' });
  expect(await subgraph.execute(undefined, body)).toEqual({ refused: 'malformed' });
  expect(await subgraph.execute(signer.sign({ viewer: anonymous, requestId: 'r', deadline: 0 }, '{}'), body)).toEqual({
    refused: 'wrong signature',
  });
});

test('an unknown error is masked, and the request id finds its log line', async () => {
  const result = await runThrice('{ fails }');
  expect(errorOf(result)).toMatchObject({
    message: 'Something went wrong on our side.',
    path: ['fails'],
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
  });
  expect(lines.some((line) => line.includes('"requestId":"request-1"') && line.includes('"path":"fails"'))).toBe(true);
});

test('what PostgreSQL says of a value reaches neither the client nor the log', async () => {
  const result = await runThrice('{ sqlFails }');
  expect(errorOf(result)?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
  const line = lines.find((each) => each.includes('"path":"sqlFails"')) ?? '';
  expect(line).toContain('"code":"22P02"');
  expect(line).not.toContain('García');
});

test.each([
  ['a resolver’s own check', '{ picky(first: -1) }', {}, 'first'],
  ['a variable', 'query ($at: DateTime) { picky(at: $at) }', { at: '2026-02-30T00:00:00Z' }, 'at'],
  ['a literal', '{ picky(at: "2026-02-30T00:00:00Z") }', {}, 'at'],
  ['a nested literal', '{ picky(period: { from: "x", to: "2026-02-01T00:00:00Z" }) }', {}, 'period.from'],
  [
    'a nested variable',
    'query ($period: Period) { picky(period: $period) }',
    { period: { from: '2026-02-01T00:00:00Z', to: 'García' } },
    'period.to',
  ],
  ['a number out of range', 'query ($first: Int) { picky(first: $first) }', { first: 10_000_000_000 }, 'first'],
])('a wrong value by %s is BAD_USER_INPUT at its argument and is not repeated', async (_what, query, variables, at) => {
  const result = await runThrice(query, variables);
  expect(errorOf(result)?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: at });
  expect(JSON.stringify(result)).not.toContain('García');
});

test('an N+1 is logged with its operation, field and SQL', async () => {
  const result = await run('query Board { things { slow } }');
  expect(result.extensions?.['statements']).toEqual([{ sql: 'select 1 as n', field: 'Thing.slow', count: 7 }]);
  const warning = lines.find((line) => line.includes('N+1')) ?? '';
  expect(warning).toContain('"field":"Thing.slow"');
  expect(warning).toContain('"sql":"select 1 as n"');
});
