import type { Logger } from '../logger.ts';
import type { EventBus } from './event-bus.ts';
import { createPostgresBus } from './postgres-bus.ts';
import { createRedisBus } from './redis-bus.ts';

/** The one place that chooses the broker: Redis where there is one, else the PostgreSQL that is there anyway. */
export function createEventBus({
  redisUrl,
  connectionString,
  logger,
}: {
  redisUrl?: string | undefined;
  connectionString: string;
  logger: Logger;
}): EventBus {
  return redisUrl === undefined
    ? createPostgresBus({ connectionString, logger })
    : createRedisBus({ url: redisUrl, logger });
}
