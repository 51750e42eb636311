/*
 * A process to be killed: sends one mutation at each of some practices, the first stuck before its first statement, the
 * second before its second, and so on. Prints `ready` when every one is stuck or done.
 *
 * Arguments: connection string, JSON of [{ viewer, mutation, input }].
 */
import { noCaches } from '@consulta/platform/cache/cache';
import { createHopSigner } from '@consulta/platform/hop/signature';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createPool, type Pool } from '@consulta/platform/postgres/pool';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { createAppointments } from '../src/server.ts';

const [connectionString = '', list = '[]'] = process.argv.slice(2);
const bookings = JSON.parse(list) as readonly {
  readonly viewer: Viewer;
  readonly mutation: 'bookAppointment' | 'bookAppointmentSeries' | 'holdSlot' | 'releaseHold';
  readonly input: unknown;
}[];

const logger = createLogger({ level: 'error' });
const metrics = createMetrics();
const secret = 'a secret of the tests, 32 characters at least';
const signer = createHopSigner(secret);
const pool = createPool(
  {
    connectionString,
    applicationName: 'half booked',
    max: bookings.length * 3,
    min: 0,
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 10_000,
    maxLifetimeSeconds: 600,
    leakAfterMillis: 60_000,
  },
  { logger, metrics },
);

/** A pool whose statements end before one of them is sent. */
function stuckBefore(statement: number, onStuck: () => void): Pool {
  let sent = 0;
  const connect: Pool['connect'] = async () => {
    const client = await pool.connect();
    const query = (...parameters: unknown[]): unknown => {
      sent += 1;
      if (sent < statement) return (client.query as (...all: unknown[]) => unknown)(...parameters);
      onStuck();
      return new Promise(() => undefined);
    };
    return { query: query as typeof client.query, release: (destroy) => client.release(destroy) };
  };
  return { usage: pool.usage, options: pool.options, connect, end: () => pool.end() };
}

const peers = { ask: () => Promise.reject(new Error('nobody is to be asked')) };
const queryOf = (
  mutation: string,
) => `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
  ${mutation}(input: $input) { userErrors { code } }
}`;

await Promise.all(
  bookings.map(async ({ viewer, mutation, input }, index) => {
    const stuck = Promise.withResolvers<void>();
    const { execute } = createAppointments({
      pool: stuckBefore(index + 1, stuck.resolve),
      runtime: { logger, metrics, signer, exposeStatements: false },
      secret,
      poke: () => undefined,
      peers,
      caches: noCaches,
    });
    const body = JSON.stringify({ query: queryOf(mutation), variables: { input } });
    const signature = signer.sign({ viewer, requestId: 'half-booked', deadline: Date.now() + 60_000 }, body);
    await Promise.race([execute(signature, body), stuck.promise]);
  }),
);
process.stdout.write('ready\n');
