import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Logger } from '../logger.ts';
import { encode } from './encoding.ts';
import { type EventBus, EventBusUnavailable } from './event-bus.ts';
import { createSubscriptions } from './subscriptions.ts';

const answerWithinMillis = 2_000;
const heartbeatMillis = 10_000;

const reconnecting = {
  connectTimeout: 5_000,
  keepAlive: 10_000,
  retryStrategy: (times: number) => Math.min(25 * 2 ** times, 5_000) * (0.75 + Math.random() / 2),
};

/** Redis pub/sub, on two connections: what is published waits behind nothing that arrives. */
export function createRedisBus({ url, logger }: { url: string; logger: Logger }): EventBus {
  // Without an offline queue a publish fails at once while Redis is away, and the outbox keeps the event.
  const publisher = new Redis(url, {
    ...reconnecting,
    enableOfflineQueue: false,
    commandTimeout: answerWithinMillis,
    maxRetriesPerRequest: 0,
  });
  const subscriber = new Redis(url, { ...reconnecting, autoResubscribe: false, maxRetriesPerRequest: null });
  // Channels know no databases: who shares a server and not a database hears nothing of the others.
  const channelPrefix = `consulta:bus:${publisher.options.db ?? 0}:`;
  const closing = new AbortController();
  const gapListeners = new Set<() => void>();
  for (const [client, side] of [
    [publisher, 'publisher'],
    [subscriber, 'subscriber'],
  ] as const) {
    client.on('error', (err) => logger.debug({ err, side }, 'Redis connection error'));
    client.on('close', () => closing.signal.aborted || logger.warn({ side }, 'the event bus lost Redis'));
  }

  const subscriptions = createSubscriptions({
    attach: async (topic) => {
      await subscriber.subscribe(channelPrefix + topic);
    },
    detach: async (topic) => {
      // A lost connection is subscribed to nothing, and the next one only to what is wanted then.
      if (subscriber.status === 'ready') await subscriber.unsubscribe(channelPrefix + topic).catch(() => undefined);
    },
    logger,
  });
  subscriber.on('message', (_channel, payload) => subscriptions.dispatch(payload));

  let connections = 0;
  const resubscribe = async (): Promise<void> => {
    connections += 1;
    const channels = [...subscriptions.topics.keys()].map((topic) => channelPrefix + topic);
    if (channels.length > 0) await subscriber.subscribe(...channels);
    if (connections > 1) for (const tell of gapListeners) tell();
  };
  // A failure means that the connection was lost again: the next one does it.
  subscriber.on('ready', () => void resubscribe().catch(() => undefined));

  /** A connection whose other end vanished stays silent for ever, as does one without messages. */
  const heartbeat = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await sleep(heartbeatMillis, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted || subscriber.status !== 'ready') continue;
      const silence = sleep(answerWithinMillis, 'silence' as const, { ref: false });
      const answer = await Promise.race([subscriber.ping().catch(() => 'silence' as const), silence]);
      if (answer === 'silence') subscriber.disconnect(true);
    }
  };
  const beating = heartbeat();

  return {
    async publish(messages) {
      const payloads = messages.map((message) => [channelPrefix + message.topic, encode(message)] as const);
      try {
        await Promise.all(payloads.map(([channel, payload]) => publisher.publish(channel, payload)));
      } catch (cause) {
        throw new EventBusUnavailable('Redis did not take the messages', { cause });
      }
    },
    subscribe: subscriptions.subscribe,
    onGap(tell) {
      gapListeners.add(tell);
      return () => gapListeners.delete(tell);
    },
    async close() {
      closing.abort();
      publisher.disconnect();
      subscriber.disconnect();
      await beating;
    },
  };
}
