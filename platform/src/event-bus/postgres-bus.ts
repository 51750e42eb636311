import { createHash } from 'node:crypto';
import type { Logger } from '../logger.ts';
import { encode } from './encoding.ts';
import { type EventBus, EventBusUnavailable } from './event-bus.ts';
import { createListener } from './listener.ts';
import { createSubscriptions } from './subscriptions.ts';

/** A topic's channel. Hashed, because PostgreSQL cuts a channel's name at 63 bytes. */
function channelOf(topic: string): string {
  return `consulta_bus_${createHash('sha1').update(topic).digest('hex')}`;
}

/**
 * The bus of an installation without Redis: LISTEN and NOTIFY, on a connection of its own. Publishing from the pool
 * could starve: who publishes is the relay, which holds a connection already.
 */
export function createPostgresBus({
  connectionString,
  logger,
}: {
  connectionString: string;
  logger: Logger;
}): EventBus {
  const gapListeners = new Set<() => void>();
  let connections = 0;

  const listener = createListener({
    connectionString,
    applicationName: 'consulta event bus',
    logger,
    onNotification: (_channel, payload) => subscriptions.dispatch(payload),
    onConnected() {
      connections += 1;
      if (connections > 1) for (const tell of gapListeners) tell();
    },
  });
  const subscriptions = createSubscriptions({
    attach: (topic) => listener.listen(channelOf(topic)),
    detach: (topic) => listener.unlisten(channelOf(topic)),
    logger,
  });

  return {
    async publish(messages) {
      const notifications = messages.map((message) => ({
        channel: channelOf(message.topic),
        payload: encode(message),
      }));
      try {
        await listener.notify(notifications);
      } catch (cause) {
        throw new EventBusUnavailable('PostgreSQL did not take the messages', { cause });
      }
    },
    subscribe: subscriptions.subscribe,
    onGap(tell) {
      gapListeners.add(tell);
      return () => gapListeners.delete(tell);
    },
    close: listener.close,
  };
}
