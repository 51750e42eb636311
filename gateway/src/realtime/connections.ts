import type { StreamMetrics } from '@consulta/platform/stream/metrics';
import type { Session } from '../auth/viewer.ts';
import type { StreamLimits } from './limits.ts';

const sweepEveryMillis = 1_000;
const beatEveryMillis = 25_000;
/** What is being answered when the process ends gets this long. */
const graceMillis = 5_000;

/** A client's WebSocket or event stream. */
export interface Connection {
  /** Undefined until the client said who it is. */
  readonly session: Session | undefined;
  /** Epoch milliseconds of its next heartbeat, or, before it has a session, of its end. */
  dueAt: number;
  /** Its client took too long to say who it is. */
  giveUp(): void;
  /** Its token ended. */
  expire(): void;
  /** Finds out whether the client is still there. */
  beat(): void;
  /** Whether something other than a subscription is being answered. */
  isBusy(): boolean;
  /** The process ends: the client goes on with another. */
  leave(): void;
  /** Ends it at once. */
  drop(): void;
}

/** All connections of a process. One timer looks after them: ten thousand sockets need no timers of their own. */
export interface Connections {
  /** Whether another one is taken. */
  isOpen(): boolean;
  add(connection: Connection, transport: 'websocket' | 'sse'): void;
  remove(connection: Connection, transport: 'websocket' | 'sse'): void;
  /** Counts one for an account; false where it has as many as it may. */
  claim(account: string | null): boolean;
  release(account: string | null): void;
  /** Closes all, not at once: their clients connect elsewhere. Resolves when they have gone. */
  drain(): Promise<void>;
}

export function createConnections(limits: StreamLimits, metrics: StreamMetrics): Connections {
  const all = new Set<Connection>();
  const ofAccount = new Map<string, number>();
  let isDraining = false;
  const gone = Promise.withResolvers<void>();

  const sweep = setInterval(() => {
    const now = Date.now();
    for (const connection of all) {
      const { session, dueAt } = connection;
      if (session === undefined) {
        if (dueAt <= now) connection.giveUp();
      } else if (session.expiresAt <= now) connection.expire();
      else if (dueAt <= now) {
        connection.dueAt = now + beatEveryMillis;
        connection.beat();
      }
    }
  }, sweepEveryMillis);
  sweep.unref();

  const leaveWhenIdle = (connection: Connection, until: number): void => {
    if (!all.has(connection)) return;
    if (connection.isBusy() && Date.now() < until) setTimeout(leaveWhenIdle, 20, connection, until);
    else connection.leave();
  };

  return {
    isOpen: () => !isDraining && all.size < limits.connections,
    add(connection, transport) {
      all.add(connection);
      metrics.connections.inc({ transport });
    },
    remove(connection, transport) {
      if (!all.delete(connection)) return;
      metrics.connections.dec({ transport });
      if (isDraining && all.size === 0) gone.resolve();
    },
    claim(account) {
      if (account === null) return true;
      const held = ofAccount.get(account) ?? 0;
      if (held >= limits.connectionsPerAccount) return false;
      ofAccount.set(account, held + 1);
      return true;
    },
    release(account) {
      if (account === null) return;
      const held = (ofAccount.get(account) ?? 0) - 1;
      if (held > 0) ofAccount.set(account, held);
      else ofAccount.delete(account);
    },
    async drain() {
      isDraining = true;
      clearInterval(sweep);
      if (all.size === 0) return;
      const until = Date.now() + limits.drainMillis + graceMillis;
      for (const connection of all) setTimeout(leaveWhenIdle, Math.random() * limits.drainMillis, connection, until);
      const last = setTimeout(
        () => {
          for (const connection of all) connection.drop();
          gone.resolve();
        },
        limits.drainMillis + 2 * graceMillis,
      );
      await gone.promise;
      clearTimeout(last);
    },
  };
}
