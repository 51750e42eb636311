import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { type Metrics, observePool } from '../metrics.ts';
import { refuseSecondConnection } from './one-connection.ts';
import { parsers } from './parsers.ts';
import { recordStatement } from './statements.ts';

export interface PoolConfig {
  readonly connectionString: string;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  /** Most connections of this process. */
  readonly max: number;
  /** Connections kept open while idle. */
  readonly min: number;
  /** Milliseconds to wait for a free or new connection. */
  readonly connectionTimeoutMillis: number;
  /** Milliseconds until an idle connection above `min` is closed. */
  readonly idleTimeoutMillis: number;
  /** Seconds until a connection is replaced, however busy. */
  readonly maxLifetimeSeconds: number;
  /** Milliseconds after which a connection still held is reported as a leak. */
  readonly leakAfterMillis: number;
  /** Refuses a connection to whoever is in a transaction already: a deadlock of the pool in waiting. Default false. */
  readonly refuseSecond?: boolean;
}

/** The process's connections to PostgreSQL: counted, named (prepared) and watched for leaks. */
export interface Pool extends PostgresPool {
  /** Waits for connections on loan to return, then closes all. */
  end(): Promise<void>;
  /** Connections now: on loan, idle, and callers waiting for one. */
  readonly usage: { readonly active: number; readonly idle: number; readonly waiting: number };
}

interface Loan {
  readonly since: number;
  readonly from: Error;
  reported: boolean;
}

/** Distinct texts beyond this stay unnamed: a connection keeps each named one in memory for its lifetime. */
const mostNamedStatements = 2_000;
const names = new Map<string, string>();

/** A stable name makes PostgreSQL parse and plan a text once a connection. */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= mostNamedStatements) return known;
  const name = `c_${createHash('sha1').update(sql).digest('hex').slice(0, 24)}`;
  names.set(sql, name);
  return name;
}

/**
 * Opens the pool of a process.
 *
 * @param config sizes and times; see {@link PoolConfig} for units
 * @param metrics where its gauges go; those of a process tell of one pool
 */
export function createPool(
  config: PoolConfig,
  { logger, metrics }: { logger: Logger; metrics?: Metrics | undefined },
): Pool {
  const pool = new pg.Pool({
    connectionString: config.connectionString,
    application_name: config.applicationName,
    max: config.max,
    min: config.min,
    connectionTimeoutMillis: config.connectionTimeoutMillis,
    idleTimeoutMillis: config.idleTimeoutMillis,
    maxLifetimeSeconds: config.maxLifetimeSeconds,
    keepAlive: true,
    types: parsers,
  });
  let ended = false;
  // Without a listener an idle connection that the server closes would end the process.
  pool.on('error', (error) => {
    // The server may be stopped as soon as `end` is done, and that may be before the last socket is closed.
    if (!ended) logger.warn({ err: error }, 'an idle PostgreSQL connection was lost');
  });

  // Nor does the pool listen to a connection on loan: one that is lost between two statements of a transaction would end
  // the process too. Its next statement fails, and whoever has it on loan is told by that.
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      if (!ended) logger.debug({ err: error }, 'a PostgreSQL connection was lost');
    });
  });

  const loans = new Map<pg.PoolClient, Loan>();
  const leakWatch = setInterval(() => reportLeaks(loans, config.leakAfterMillis, logger), config.leakAfterMillis / 2);
  leakWatch.unref();

  const usage = {
    get active() {
      return pool.totalCount - pool.idleCount;
    },
    get idle() {
      return pool.idleCount;
    },
    get waiting() {
      return pool.waitingCount;
    },
  };
  if (metrics !== undefined) observePool(metrics, usage);

  // Kysely keeps what it knows of a connection by the identity of its client, so that must not change between loans.
  const lent = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    usage,
    options: pool.options,
    async connect() {
      if (config.refuseSecond) refuseSecondConnection();
      const from = new Error('connection taken here');
      const client = await pool.connect();
      loans.set(client, { since: performance.now(), from, reported: false });
      const known = lent.get(client) ?? lend(client, () => loans.delete(client));
      lent.set(client, known);
      return known;
    },
    async end() {
      ended = true;
      clearInterval(leakWatch);
      await pool.end();
    },
  };
}

function lend(client: pg.PoolClient, onRelease: () => void): PostgresPoolClient {
  const query = (sqlOrCursor: unknown, parameters?: readonly unknown[]): unknown => {
    if (typeof sqlOrCursor !== 'string') return client.query(sqlOrCursor as pg.Submittable);
    recordStatement(sqlOrCursor);
    if (isBatch(sqlOrCursor, parameters)) return lastResult(client.query(sqlOrCursor));
    const name = nameOf(sqlOrCursor);
    return client.query({ text: sqlOrCursor, values: parameters as unknown[], ...(name && { name }) });
  };
  return {
    query: query as PostgresPoolClient['query'],
    release(destroy) {
      onRelease();
      client.release(destroy);
    },
  };
}

/** Several statements in one message: these cannot be prepared, nor have parameters. */
function isBatch(sql: string, parameters: readonly unknown[] | undefined): boolean {
  return (parameters === undefined || parameters.length === 0) && sql.includes(';');
}

/** That of a batch's last statement. */
async function lastResult(results: Promise<pg.QueryResult | pg.QueryResult[]>): Promise<pg.QueryResult | undefined> {
  const known = await results;
  return Array.isArray(known) ? known.at(-1) : known;
}

function reportLeaks(loans: Map<pg.PoolClient, Loan>, limitMillis: number, logger: Logger): void {
  const now = performance.now();
  for (const loan of loans.values()) {
    const heldMillis = Math.round(now - loan.since);
    if (loan.reported || heldMillis < limitMillis) continue;
    loan.reported = true;
    logger.warn({ heldMillis, takenAt: loan.from.stack }, 'a PostgreSQL connection is held too long: a leak?');
  }
}

/** Rejects where PostgreSQL does not answer. */
export async function pingPool(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select 1', []);
  } finally {
    client.release();
  }
}
