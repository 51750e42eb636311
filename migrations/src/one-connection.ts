import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { Client } from 'pg';

/**
 * A query builder over one connection that somebody else opens and closes. A lock of a session guards only what
 * runs on that same session, which a pool would not promise.
 */
export function oneConnection(client: Client): Kysely<unknown> {
  const returned = () => undefined;
  const lent: PostgresPoolClient = {
    query: client.query.bind(client) as PostgresPoolClient['query'],
    release: returned,
  };
  return new Kysely({
    dialect: new PostgresDialect({ pool: { options: {}, connect: async () => lent, end: async () => returned() } }),
  });
}
