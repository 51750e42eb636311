import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logger.ts';

const heartbeatMillis = 10_000;
const answerWithinMillis = 5_000;
const longestPauseMillis = 5_000;

/** A connection of its own for LISTEN and NOTIFY: one of the pool's would be lent to others, channels and all. */
export interface Listener {
  /**
   * Resolves once PostgreSQL hands over what is notified on `channel` from then on. While the server cannot be
   * reached that is after the connection is back.
   */
  listen(channel: string): Promise<void>;
  unlisten(channel: string): Promise<void>;
  /** Sends over the same connection, in one transaction and in this order. Rejects at once while there is none. */
  notify(notifications: readonly { readonly channel: string; readonly payload: string }[]): Promise<void>;
  close(): Promise<void>;
}

export interface ListenerOptions {
  readonly connectionString: string;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  readonly logger: Logger;
  onNotification(channel: string, payload: string): void;
  /** Called when all channels are live, first and after each reconnection: what was notified meanwhile is lost. */
  onConnected?(): void;
}

/** Connects in the background and stays connected: backs off up to 5 s, and finds a silent loss by a heartbeat. */
export function createListener({ connectionString, applicationName, logger, ...on }: ListenerOptions): Listener {
  const channels = new Set<string>();
  const closing = new AbortController();
  const closed = new Promise<undefined>((resolve) =>
    closing.signal.addEventListener('abort', () => resolve(undefined)),
  );
  let connected = Promise.withResolvers<pg.Client>();
  let current: pg.Client | undefined;
  let failures = 0;

  const session = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString,
      application_name: applicationName,
      connectionTimeoutMillis: answerWithinMillis,
      query_timeout: answerWithinMillis,
      keepAlive: true,
    });
    const lost = new AbortController();
    const over = AbortSignal.any([lost.signal, closing.signal]);
    // Without a listener, the error of a connection lost between queries would end the process.
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    client.on('notification', ({ channel, payload = '' }) => on.onNotification(channel, payload));
    try {
      await client.connect();
      current = client;
      connected.resolve(client);
      if (channels.size > 0) await client.query([...channels].map(listenTo).join('; '));
      failures = 0;
      on.onConnected?.();
      while (!over.aborted) {
        await sleep(heartbeatMillis, undefined, { signal: over }).catch(() => undefined);
        if (!over.aborted) await client.query('select 1');
      }
    } finally {
      current = undefined;
      connected = Promise.withResolvers();
      await Promise.race([client.end().catch(() => undefined), sleep(1_000, undefined, { ref: false })]);
    }
  };

  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const error: unknown = await session().catch((reason: unknown) => reason);
      if (closing.signal.aborted) return;
      failures += 1;
      logger.warn({ err: error, failures }, 'the listening connection to PostgreSQL was lost; connecting again');
      const millis = Math.min(25 * 2 ** failures, longestPauseMillis) * (0.75 + Math.random() / 2);
      await sleep(millis, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const ended = run();

  return {
    async listen(channel) {
      channels.add(channel);
      for (;;) {
        const client = await Promise.race([connected.promise, closed]);
        if (client === undefined || !channels.has(channel)) return;
        try {
          await client.query(listenTo(channel));
          return;
        } catch {
          // Lost on the way. Let the session notice, so that the next try meets the next connection.
          await sleep(10);
        }
      }
    },
    async unlisten(channel) {
      channels.delete(channel);
      const client = await Promise.race([connected.promise, closed]);
      // Another may have asked for it meanwhile; and a lost connection listens to nothing.
      if (!channels.has(channel))
        await client?.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
    },
    async notify(notifications) {
      if (current === undefined) throw new Error('the listening connection is not there');
      const channels = notifications.map(({ channel }) => channel);
      const payloads = notifications.map(({ payload }) => payload);
      await current.query(notifyAll, [channels, payloads]);
    },
    async close() {
      closing.abort();
      await ended;
    },
  };
}

/** A notification need not reach the disk, and until the commit is done it holds a lock that all who notify wait for. */
const notifyAll = `
  select pg_notify(channel, payload)
  from (select set_config('synchronous_commit', 'off', true)) setting,
       unnest($1::text[], $2::text[]) as notification(channel, payload)`;

function listenTo(channel: string): string {
  return `listen ${pg.escapeIdentifier(channel)}`;
}
