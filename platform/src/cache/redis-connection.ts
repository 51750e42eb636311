import { createClient } from '@keyv/redis';
import type { Logger } from '../logger.ts';

/** More commands than this are not queued: whoever is that far behind is away. */
const mostQueued = 20_000;

/** A connection to Redis that knows which server it leads to. */
export interface RedisConnection {
  readonly client: ReturnType<typeof newClient>;
  /**
   * Names the server's process: another after every restart and after every failover, which both may have lost what
   * was acknowledged before. Null while there is no connection.
   */
  life(): string | null;
  /** Gives the connection up for a new one, where its other end is silent. */
  renew(): void;
  close(): void;
}

/**
 * Connects in the background and stays connected. Commands fail at once while there is no connection: none waits for
 * one, to be carried out when it means something else.
 */
export function connectToRedis(url: string, logger: Logger): RedisConnection {
  const client = newClient(url);
  let life: string | null = null;
  let closed = false;
  let connections = 0;

  client.on('error', (err) => {
    life = null;
    logger.debug({ err }, 'Redis connection error');
  });
  client.on('end', () => {
    life = null;
  });
  client.on('ready', () => {
    connections += 1;
    const connection = connections;
    client.info('server').then(
      (info) => {
        if (connection === connections && client.isReady) life = /^run_id:(\w+)/m.exec(info)?.[1] ?? null;
      },
      (err: unknown) => logger.debug({ err }, 'Redis does not tell its run_id'),
    );
  });
  const connect = (): void => {
    client.connect().catch((err: unknown) => logger.debug({ err }, 'Redis connection given up'));
  };
  connect();

  return {
    client,
    life: () => (client.isReady ? life : null),
    renew() {
      // While it connects it does so already.
      if (closed || !client.isReady) return;
      client.destroy();
      connect();
    },
    close() {
      if (!closed) client.destroy();
      closed = true;
    },
  };
}

function newClient(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: mostQueued,
    socket: {
      connectTimeout: 5_000,
      keepAlive: true,
      keepAliveInitialDelay: 10_000,
      reconnectStrategy: (retries) => Math.min(25 * 2 ** retries, 2_000) * (0.75 + Math.random() / 2),
    },
  });
}
