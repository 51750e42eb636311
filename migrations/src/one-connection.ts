import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { Client } from 'pg';

/**
 * A query builder over one connection that somebody else opens and closes. A lock of a session guards only what
 * runs on that same session, which a pool would not promise.
 */
export function oneConnection(client: Client): Kysely<unknown> {
  const lent = { query: client.query.bind(client), release: () => {} };
  const pool: PostgresPool = { options: {}, connect: async () => lent as never, end: async () => {} };
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
