import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Logger } from '../logger.ts';
import type { Consumer } from './consumer.ts';
import { reasonOf } from './failure.ts';

/** Looks now and then for what no poke told of: it was lost, its relay died, or it waited for its next attempt. */
export interface Lookout {
  /** Ends the look in hand. */
  stop(): Promise<void>;
}

/**
 * One for all consumers of a relay: an hour in which nothing happens costs a statement a second, not one for each of them.
 *
 * @param pauseMillis between two looks, more or less: many relays do not look all at once
 */
export function startLookout({
  look,
  pauseMillis,
  logger,
}: {
  look: () => Promise<void>;
  pauseMillis: number;
  logger: Logger;
}): Lookout {
  const stopping = new AbortController();
  const { signal } = stopping;

  const run = async (): Promise<void> => {
    let failures = 0;
    for (;;) {
      await sleep(pauseMillis * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await look();
        if (failures > 0) logger.info('the relay sees the outboxes again');
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1) logger.warn({ reason: reasonOf(error) }, 'the relay cannot look into the outboxes');
      }
    }
  };
  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

/** Those for whom an event is due, in one statement: an index probe for each. */
export async function consumersWithWork(
  db: Kysely<unknown>,
  consumers: readonly Consumer[],
): Promise<ReadonlySet<Consumer>> {
  if (consumers.length === 0) return new Set();
  const due = consumers.map(
    ({ source, name }) => sql`exists (
      select from ${sql.id(source, 'outbox_delivery')}
      where consumer = ${name} and state = 'pending' and next_attempt_at <= clock_timestamp()
    )`,
  );
  const { rows } = await sql<{ due: boolean[] }>`select array[${sql.join(due)}] as due`.execute(db);
  return new Set(consumers.filter((_, index) => rows[0]?.due[index]));
}
