import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, sql } from 'kysely';
import type { Logger } from '../logger.ts';
import { createKysely } from '../postgres/kysely.ts';
import type { Pool } from '../postgres/pool.ts';
import { reasonOf } from './failure.ts';

/** Where commits are announced; the payload is the schema whose outbox grew. */
export const pokeChannel = 'consulta_outbox';

/**
 * Tells relays in other processes, by NOTIFY, that a schema's outbox grew.
 *
 * It is sent after the commit, in a transaction of its own: a transaction that notifies takes a lock shared by
 * the whole database before it commits and keeps it until the commit is on disk, so NOTIFY inside the change's
 * own transaction would let every commit wait for every other. One NOTIFY is under way at a time, and it stands
 * for all commits since; it need not reach the disk, because the relay polls too.
 */
export function createPoke({ pool, schema, logger }: { pool: Pool; schema: string; logger: Logger }): () => void {
  const db = createKysely<unknown>(pool, schema);
  // Outside the request that happens to commit: its statements are counted, and these are not its own.
  const detached = AsyncLocalStorage.snapshot();
  let wanted = false;
  let sending = false;

  const send = async (): Promise<void> => {
    sending = true;
    while (wanted) {
      wanted = false;
      await sendPoke(db, schema, logger);
    }
    sending = false;
  };

  return () => {
    wanted = true;
    if (!sending) void detached(send);
  };
}

/** Tells relays once that a schema's outbox grew, for a process that ends after its commit. Never rejects. */
export async function sendPoke<Database>(db: Kysely<Database>, schema: string, logger: Logger): Promise<void> {
  await sql`select set_config('synchronous_commit', 'off', true), pg_notify(${pokeChannel}, ${schema})`
    .execute(db)
    .catch((error: unknown) => logger.debug({ reason: reasonOf(error) }, 'a poke was lost; the relay polls'));
}
