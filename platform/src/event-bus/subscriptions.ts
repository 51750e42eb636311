import type { Logger } from '../logger.ts';
import { decode } from './encoding.ts';
import type { BusHandler } from './event-bus.ts';

interface Topic {
  readonly handlers: Set<BusHandler>;
  /** Settles when the broker has the subscription. */
  readonly live: Promise<void>;
}

/** Who listens to what in this process: the broker is asked once a topic, however many handlers it has. */
export interface Subscriptions {
  readonly topics: ReadonlyMap<string, unknown>;
  subscribe(topic: string, handler: BusHandler): Promise<() => Promise<void>>;
  dispatch(text: string): void;
}

export function createSubscriptions({
  attach,
  detach,
  logger,
}: {
  attach: (topic: string) => Promise<void>;
  detach: (topic: string) => Promise<void>;
  logger: Logger;
}): Subscriptions {
  const topics = new Map<string, Topic>();

  return {
    topics,
    async subscribe(name, handler) {
      // Its own identity, so that one function subscribed twice is called twice and leaves once.
      const subscriber: BusHandler = (message) => handler(message);
      const topic = topics.get(name) ?? { handlers: new Set(), live: attach(name) };
      topics.set(name, topic);
      topic.handlers.add(subscriber);
      await topic.live;
      return async () => {
        topic.handlers.delete(subscriber);
        if (topic.handlers.size > 0 || topics.get(name) !== topic) return;
        topics.delete(name);
        await detach(name);
      };
    },
    dispatch(text) {
      try {
        const message = decode(text);
        for (const handler of topics.get(message.topic)?.handlers ?? []) call(handler, message);
      } catch (err) {
        logger.warn({ err }, 'the event bus carried something that is no message');
      }
    },
  };

  function call(handler: BusHandler, message: Parameters<BusHandler>[0]): void {
    try {
      handler(message);
    } catch (err) {
      logger.error({ err, type: message.type }, 'a subscriber of the event bus failed');
    }
  }
}
