import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, sql } from 'kysely';
import type { Logger } from '../logger.ts';
import { createKysely } from '../postgres/kysely.ts';
import type { Pool } from '../postgres/pool.ts';
import { reasonOf } from './failure.ts';

/** Where commits are announced. */
export const pokeChannel = 'consulta_outbox';

/** Beyond this many types a notification names none, and wakes whoever reads the schema. */
const mostTypesNamed = 20;

/** That a schema's outbox grew, and by events of which types; null: any. */
export interface Poke {
  readonly schema: string;
  readonly types: readonly string[] | null;
}

export function writePoke(schema: string, types: readonly string[]): string {
  return [schema, ...(types.length > mostTypesNamed ? [] : types)].join(' ');
}

export function readPoke(payload: string): Poke {
  const [schema = '', ...types] = payload.split(' ');
  return { schema, types: types.length === 0 ? null : types };
}

/**
 * Tells relays in other processes, by NOTIFY, that a schema's outbox grew.
 *
 * It is sent after the commit, in a transaction of its own: a transaction that notifies takes a lock shared by
 * the whole database before it commits and keeps it until the commit is on disk, so NOTIFY inside the change's
 * own transaction would let every commit wait for every other. One NOTIFY is under way at a time, and it stands
 * for all commits since; it need not reach the disk, because the relay polls too.
 */
export function createPoke({
  pool,
  schema,
  logger,
}: {
  pool: Pool;
  schema: string;
  logger: Logger;
}): (types: readonly string[]) => void {
  const db = createKysely<unknown>(pool, schema);
  // Outside the request that happens to commit: its statements are counted, and these are not its own.
  const detached = AsyncLocalStorage.snapshot();
  const wanted = new Set<string>();
  let sending = false;

  const send = async (): Promise<void> => {
    sending = true;
    while (wanted.size > 0) {
      const types = [...wanted];
      wanted.clear();
      await sendPoke(db, { schema, types, logger });
    }
    sending = false;
  };

  return (types) => {
    for (const type of types) wanted.add(type);
    if (!sending) void detached(send);
  };
}

/** Tells relays once that a schema's outbox grew, for a process that ends after its commit. Never rejects. */
export async function sendPoke<Database>(
  db: Kysely<Database>,
  { schema, types, logger }: { schema: string; types: readonly string[]; logger: Logger },
): Promise<void> {
  const payload = writePoke(schema, types);
  await sql`select set_config('synchronous_commit', 'off', true), pg_notify(${pokeChannel}, ${payload})`
    .execute(db)
    .catch((error: unknown) => logger.debug({ reason: reasonOf(error) }, 'a poke was lost; the relay polls'));
}
