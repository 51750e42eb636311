import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../metrics.ts';
import { assertPoolBudget, PoolBudgetError } from './budget.ts';
import { createKysely } from './kysely.ts';
import { SecondConnectionError } from './one-connection.ts';
import { testPoolConfig } from './pool.fixture.ts';
import { createPool, type PoolConfig } from './pool.ts';
import { countStatements, inField, repeatedStatements } from './statements.ts';
import { inTransaction } from './transaction.ts';

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

test('who is in a transaction is refused a second connection, where that is asked for', async () => {
  const { pool, db } = openPool({ refuseSecond: true });
  const second = inTransaction(db, () => sql`select 1`.execute(db));
  await expect(second).rejects.toThrow(SecondConnectionError);

  const left: Promise<unknown>[] = [];
  await inTransaction(db, async (transaction) => {
    await sql`select 1`.execute(transaction);
    left.push(sleep(10).then(() => sql`select 1`.execute(db)));
  });
  await expect(Promise.all(left)).resolves.toHaveLength(1);
  await pool.end();
});

test('an idle connection that is lost is a line in the log, but not once the pool was told to end', async () => {
  const farewell = await startFarewellProxy(database.connectionString);
  const { pool, db, lines } = openPool({ connectionString: farewell.connectionString });
  await sql`select 1`.execute(db);
  await pool.end();
  await farewell.said;
  await sleep(20);
  expect(lines).toEqual([]);
  await farewell.close();

  const other = openPool();
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(other.db);
  const { pool: terminating, db: admin } = openPool();
  await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(admin);
  while (other.lines.length === 0) await sleep(5);
  expect(other.lines[0]).toContain('an idle PostgreSQL connection was lost');
  await Promise.all([other.pool.end(), terminating.end()]);
});

/** Stands before PostgreSQL; to a client that ends its session it says what a server that shuts down says. */
async function startFarewellProxy(connectionString: string) {
  const server = new URL(connectionString);
  const terminate = Buffer.from([0x58, 0, 0, 0, 4]);
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0');
  const error = Buffer.concat([Buffer.from([0x45, 0, 0, 0, fields.length + 4]), fields]);
  const said = Promise.withResolvers<void>();
  const proxy = createServer((client) => {
    const upstream = connect(Number(server.port), server.hostname);
    upstream.pipe(client, { end: false });
    client.on('data', (chunk: Buffer) => {
      if (!chunk.equals(terminate)) return void upstream.write(chunk);
      upstream.end();
      client.end(error, said.resolve);
    });
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const { port } = proxy.address() as AddressInfo;
  const close = async () => {
    await once(proxy.close(), 'close');
  };
  const here = Object.assign(new URL(connectionString), { port, hostname: '127.0.0.1' });
  return { connectionString: here.href, said: said.promise, close };
}

test('a connection that is lost between two statements of a transaction fails the second, and nothing else', async () => {
  const { pool, db } = openPool({ max: 2 });
  const lost = inTransaction(db, async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
    const other = await pool.connect();
    await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    other.release();
    // The server's word arrives while no statement is under way: nobody but the pool could listen for it.
    await sleep(50);
    await sql`select 1`.execute(transaction);
  });
  await expect(lost).rejects.toThrow();
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await pool.end();
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
