import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Logger } from '../logger.ts';
import { createKysely } from '../postgres/kysely.ts';
import type { Pool } from '../postgres/pool.ts';
import { encode } from './encoding.ts';
import { type EventBus, EventBusUnavailable } from './event-bus.ts';
import { createListener } from './listener.ts';
import { createSubscriptions } from './subscriptions.ts';

/** A topic's channel. Hashed, because PostgreSQL cuts a channel's name at 63 bytes. */
function channelOf(topic: string): string {
  return `consulta_bus_${createHash('sha1').update(topic).digest('hex')}`;
}

/** The bus of an installation without Redis: LISTEN and NOTIFY, on a connection of its own. */
export function createPostgresBus({
  pool,
  connectionString,
  logger,
}: {
  pool: Pool;
  connectionString: string;
  logger: Logger;
}): EventBus {
  const db = createKysely<unknown>(pool, 'public');
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
      const channels = messages.map(({ topic }) => channelOf(topic));
      const payloads = messages.map(encode);
      try {
        // A message need not reach the disk, and the commit holds a lock that all who notify wait for.
        await sql`
          select pg_notify(channel, payload)
          from (select set_config('synchronous_commit', 'off', true)) setting,
               unnest(${channels}::text[], ${payloads}::text[]) as message(channel, payload)`.execute(db);
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
