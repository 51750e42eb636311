import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from './pool.ts';

/**
 * A query builder over the process's pool, bound to the one PostgreSQL schema its subgraph owns:
 * a table of another schema cannot be named by accident.
 */
export function createKysely<Database>(pool: Pool, schema: string): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }).withSchema(schema);
}
