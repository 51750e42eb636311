import { CacheFeedUnavailable } from '@consulta/platform/cache/feed';
import { EventBusUnavailable } from '@consulta/platform/event-bus/event-bus';
import type { Consumer } from '@consulta/platform/outbox/consumer';
import { createConsumers } from '@consulta/workers/relay/consumers';

/** Everyone the relay feeds, without what they reach: for what is done to their queues and to what they keep. */
export function unconnectedConsumers(): readonly Consumer[] {
  return createConsumers({
    bus: { publish: async () => Promise.reject(new EventBusUnavailable()) },
    feed: { voidTags: async () => Promise.reject(new CacheFeedUnavailable()) },
  });
}
