import { setTimeout as sleep } from 'node:timers/promises';
import type { CacheFeed } from '@consulta/platform/cache/feed';
import type { Logger } from '@consulta/platform/logger';
import { isCaughtUp } from '@consulta/platform/outbox/caught-up';
import { reasonOf } from '@consulta/platform/outbox/failure';
import { createKysely } from '@consulta/platform/postgres/kysely';
import type { Pool } from '@consulta/platform/postgres/pool';
import { cacheConsumerName, cacheSchemas } from './cache-consumer.ts';

const everyMillis = 500;
/** An event that is younger may still be on its way. */
const patienceMillis = 500;

/** Tells the caches, as long as it is so, that they have been told of everything. */
export interface CacheVoucher {
  stop(): Promise<void>;
}

/**
 * While invalidations do not arrive, be it that Redis, this process or a consumer is stuck, it says nothing, and soon
 * no cache serves what it keeps. Any number of relays may vouch: each asks the database.
 */
export function startCacheVoucher({
  pool,
  feed,
  logger,
}: {
  pool: Pool;
  feed: Pick<CacheFeed, 'vouch'>;
  logger: Logger;
}): CacheVoucher {
  const db = createKysely<unknown>(pool, 'public');
  const isToldAll = () => isCaughtUp(db, { consumer: cacheConsumerName, schemas: cacheSchemas, patienceMillis });
  const stopping = new AbortController();

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        await feed.vouch(isToldAll);
        if (failures > 1) logger.info('the caches are vouched for again');
        failures = 0;
      } catch (error) {
        failures += 1;
        // The first may be no more than a connection that is still being made.
        if (failures === 2) logger.warn({ reason: reasonOf(error) }, 'the caches cannot be vouched for');
      }
      await pause(stopping.signal);
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

function pause(signal: AbortSignal): Promise<void> {
  return sleep(everyMillis, undefined, { signal }).catch(() => undefined);
}
