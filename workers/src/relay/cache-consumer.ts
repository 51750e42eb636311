import { type CacheFeed, CacheFeedUnavailable } from '@consulta/platform/cache/feed';
import { tagsOf } from '@consulta/platform/cache/tags';
import { type Consumer, ConsumerUnavailable } from '@consulta/platform/outbox/consumer';

/** The name of the consumers that {@link cacheSchemas} wait for. */
export const cacheConsumerName = 'cache';

/** The schemas whose data is kept in caches. */
export const cacheSchemas = ['identity', 'providers', 'appointments'] as const;

/** Makes void in every cache what was made of what changed. Voiding twice costs a fill and nothing else. */
export function createCacheConsumer(source: string, feed: Pick<CacheFeed, 'voidTags'>): Consumer {
  return {
    name: cacheConsumerName,
    source,
    eventTypes: ['*'],
    async deliver(events) {
      try {
        await feed.voidTags([...new Set(events.flatMap(tagsOf))]);
      } catch (cause) {
        if (!(cause instanceof CacheFeedUnavailable)) throw cause;
        throw new ConsumerUnavailable('the caches cannot be told', { cause });
      }
    },
  };
}
