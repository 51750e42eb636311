import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWebSocketClient, MessageType, type Sink, stringifyMessage } from 'graphql-ws';
import { backoff } from './backoff.ts';
import type { Session } from './session.ts';

export type TransportName = 'WebSocket' | 'SSE';

interface Operation {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** What subscriptions travel on. Both clients come back by themselves, for as long as it takes. */
export interface Transport {
  subscribe(operation: Operation, sink: Sink<object>): () => void;
  /** Nobody will subscribe any more. */
  close(): void;
}

export interface TransportEvents {
  connected(): void;
  /** It will try again. */
  lost(): void;
}

export function createTransport(name: TransportName, session: Session, events: TransportEvents): Transport {
  return name === 'WebSocket' ? webSocket(session, events) : serverSentEvents(session, events);
}

const pingEveryMillis = 10_000;
const answerWithinMillis = 5_000;

function webSocket(session: Session, events: TransportEvents): Transport {
  let socket: WebSocket | undefined;
  let unanswered: number | undefined;
  const client = createWebSocketClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: async () => ({ authorization: await session.authorization() }),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait(retries) {
      events.lost();
      return backoff(retries);
    },
    keepAlive: pingEveryMillis,
    on: {
      connected(opened) {
        socket = opened as WebSocket;
        events.connected();
      },
      // A network that silently went away closes nothing.
      ping(isReceived) {
        if (!isReceived) unanswered = setTimeout(() => client.terminate(), answerWithinMillis);
      },
      pong(isReceived) {
        if (isReceived) clearTimeout(unanswered);
      },
      closed: () => clearTimeout(unanswered),
    },
  });
  // The server lets a connection go on with a new token that comes in a ping.
  const stopRenewing = session.onRenewal((authorization) => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.send(stringifyMessage({ type: MessageType.Ping, payload: { authorization } }));
  });
  return {
    subscribe: (operation, sink) => client.subscribe(operation, sink),
    // The client itself closes the socket with its last subscription.
    close: stopRenewing,
  };
}

/** A stream ends with its token, and its client comes back with a new one. */
function serverSentEvents(session: Session, events: TransportEvents): Transport {
  const client = createSseClient({
    url: '/graphql/stream',
    headers: async () => ({ authorization: await session.authorization() }),
    retryAttempts: Number.POSITIVE_INFINITY,
    retry(retries) {
      events.lost();
      return backoff(retries);
    },
    on: { connected: () => events.connected() },
  });
  return {
    subscribe: (operation, sink) => client.subscribe(operation, sink),
    close: () => client.dispose(),
  };
}
