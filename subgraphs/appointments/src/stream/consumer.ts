import { type BusMessage, type EventBus, EventBusUnavailable } from '@consulta/platform/event-bus/event-bus';
import type { Consumer } from '@consulta/platform/outbox/consumer';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { StreamRow } from './queries.ts';
import { topicsOf } from './topics.ts';
import { pruneStream, takePositions, writeStream } from './write-queries.ts';

const schema = 'appointments';

/**
 * Writes every event to the log that subscriptions follow, in the order in which they may be read, and tells those who
 * listen. What the bus does not take is not lost: whoever follows a topic finds what it missed in the log.
 */
export function createStreamConsumer(bus: Pick<EventBus, 'publish'>): Consumer {
  const tell = async (rows: readonly StreamRow[]): Promise<void> => {
    try {
      await bus.publish(rows.map(messageOf));
    } catch (error) {
      if (!(error instanceof EventBusUnavailable)) throw error;
    }
  };
  return {
    // What it did before there was a log; its queue waits under this name.
    name: 'event-bus',
    source: schema,
    eventTypes: ['*'],
    async deliver(events, { transaction, afterCommit }) {
      const followed = events
        .map((event) => ({ topics: topicsOf(event), ...withoutPayload(event) }))
        .filter(({ topics }) => topics.length > 0);
      if (followed.length === 0) return;
      const db = transaction<Database>(schema);
      const rows = await writeStream(db, followed, await takePositions(db, followed.length));
      afterCommit(() => tell(rows));
    },
    prune: (db, olderThanDays) => pruneStream(db as Kysely<Database>, olderThanDays),
  };
}

function withoutPayload({
  aggregateType,
  aggregateId,
  version,
  type,
  occurredAt,
}: Pick<StreamRow, 'aggregateType' | 'aggregateId' | 'version' | 'type' | 'occurredAt'>) {
  return { aggregateType, aggregateId, version, type, occurredAt };
}

function messageOf({ occurredAt, ...row }: StreamRow): BusMessage {
  return { ...row, occurredAt: occurredAt.toISOString(), source: schema };
}
