import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../metrics.ts';
import { assertPoolBudget, PoolBudgetError } from './budget.ts';
import { createKysely } from './kysely.ts';
import { testPoolConfig } from './pool.fixture.ts';
import { createPool, type PoolConfig } from './pool.ts';
import { countStatements, inField, repeatedStatements } from './statements.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function openPool(changes: Partial<PoolConfig> = {}) {
  const lines: string[] = [];
  const metrics = createMetrics();
  const logger = createLogger({ destination: { write: (line: string) => void lines.push(line) } });
  const pool = createPool(testPoolConfig(database.connectionString, changes), { logger, metrics });
  return { pool, lines, metrics, db: createKysely<Record<string, never>>(pool, 'public') };
}

test('a statement is prepared once a connection, whatever its parameters', async () => {
  const { pool, db } = openPool({ max: 1 });
  for (const n of [1, 2, 3]) await sql`select ${n}::int as n`.execute(db);
  const prepared = await sql<{ statement: string; calls: number }>`
    select statement, generic_plans + custom_plans as calls from pg_prepared_statements`.execute(db);
  expect(prepared.rows).toContainEqual({ statement: 'select $1::int as n', calls: 3 });
  await pool.end();
});

test('a connection that is held too long is reported once, with the place that took it', async () => {
  const { pool, lines } = openPool({ leakAfterMillis: 20 });
  const client = await pool.connect();
  while (lines.length === 0) await sleep(5);
  await sleep(60);
  client.release();
  await pool.end();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('a leak?');
  expect(lines[0]).toContain('pool.test.ts');
});

test('gauges tell connections on loan, at rest, and callers that wait', async () => {
  const { pool, metrics } = openPool({ max: 1 });
  const held = await pool.connect();
  const waiting = pool.connect();
  const busy = await metrics.registry.metrics();
  expect(busy).toContain('consulta_pool_active 1');
  expect(busy).toContain('consulta_pool_waiting 1');
  held.release();
  (await waiting).release();
  expect(await metrics.registry.metrics()).toContain('consulta_pool_idle 1');
  await pool.end();
});

test('more connections than the server grants are refused at start-up', async () => {
  const { pool } = openPool();
  await expect(assertPoolBudget(pool, { processes: 1, max: 20 })).resolves.toBeUndefined();
  await expect(assertPoolBudget(pool, { processes: 1_000, max: 20 })).rejects.toThrow(PoolBudgetError);
  await pool.end();
});

test('statements are counted per operation and attributed to their field; transaction control is not', async () => {
  const { pool, db } = openPool();
  const log = await countStatements('Board', async (counts) => {
    await inField('Query.clinic', () => sql`select 1`.execute(db));
    await db.transaction().execute((tx) => sql`select 2`.execute(tx));
    return counts;
  });
  expect([...log.statements.values()]).toEqual([
    { sql: 'select 1', field: 'Query.clinic', count: 1 },
    { sql: 'select 2', field: 'Board', count: 1 },
  ]);
  await pool.end();
});

test('a text sent more often than the threshold within one operation is an N+1', async () => {
  const { pool, db } = openPool();
  const log = await countStatements('Board', async (counts) => {
    for (const n of [1, 2, 3, 4]) await inField('Doctor.clinic', () => sql`select ${n}::int`.execute(db));
    return counts;
  });
  expect(repeatedStatements(log, 3)).toEqual([{ sql: 'select $1::int', field: 'Doctor.clinic', count: 4 }]);
  expect(repeatedStatements(log, 4)).toEqual([]);
  await pool.end();
});
