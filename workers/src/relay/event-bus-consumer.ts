import { type EventBus, EventBusUnavailable } from '@consulta/platform/event-bus/event-bus';
import { type Consumer, ConsumerUnavailable } from '@consulta/platform/outbox/consumer';
import { topicsOf } from './topics.ts';

/**
 * Publishes every event of a schema, without its payload. An event may be published again after a crash, never
 * out of the order of its aggregate: a subscriber that compares versions sees each once.
 */
export function createEventBusConsumer(source: string, bus: Pick<EventBus, 'publish'>): Consumer {
  return {
    name: 'event-bus',
    source,
    eventTypes: ['*'],
    async deliver(events) {
      const messages = events.flatMap((event) => {
        const { id: position, aggregateId, version, type } = event;
        return topicsOf(event).map((topic) => ({ topic, aggregateId, version, type, source, position }));
      });
      try {
        await bus.publish(messages);
      } catch (cause) {
        if (!(cause instanceof EventBusUnavailable)) throw cause;
        throw new ConsumerUnavailable('the event bus is away', { cause });
      }
    },
  };
}
