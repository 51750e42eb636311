import { once } from 'node:events';
import { eventually } from '@consulta/platform/outbox/fixture';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

interface AnyMessage {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** A socket without a client's manners. */
export interface RawSocket {
  readonly ws: WebSocket;
  readonly messages: readonly AnyMessage[];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  send(message: unknown): void;
  /** The first message of a type, and of an operation where one is named. */
  receive(type: string, id?: string): Promise<AnyMessage>;
  init(payload?: Readonly<Record<string, unknown>>): Promise<AnyMessage>;
}

export async function openSocket(
  url: string,
  { protocol = 'graphql-transport-ws', headers = {} }: { protocol?: string; headers?: Record<string, string> } = {},
): Promise<RawSocket> {
  const ws = new WebSocket(url, protocol, { headers });
  const messages: AnyMessage[] = [];
  const closed = Promise.withResolvers<{ code: number; reason: string }>();
  ws.on('message', (data) => messages.push(JSON.parse(String(data)) as AnyMessage));
  ws.on('close', (code, reason) => closed.resolve({ code, reason: String(reason) }));
  await once(ws, 'open');
  const socket: RawSocket = {
    ws,
    messages,
    closed: closed.promise,
    send: (message) => ws.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async receive(type, id) {
      const find = () => messages.find((message) => message.type === type && (id === undefined || message.id === id));
      const found = await eventually(
        async () => find(),
        (message) => message !== undefined,
      );
      if (found === undefined) throw new Error(`no ${type} came, only ${JSON.stringify(messages)}`);
      return found;
    },
    async init(payload) {
      socket.send({ type: 'connection_init', payload });
      return socket.receive('connection_ack');
    },
  };
  return socket;
}

export const watchThing =
  'subscription Watch($topic: String!, $after: String) { thingUpdated(topic: $topic, after: $after) { cursor } }';
export const watchThings =
  'subscription Watch($topics: [String!]!, $after: String) { thingsUpdated(topics: $topics, after: $after) { cursor } }';

/** A client that comes back after every loss, and goes on after its last cursor. */
export interface Follower {
  /** Positions in the order in which they came. */
  readonly positions: readonly number[];
  readonly connections: number;
  count(positions: number): Promise<readonly number[]>;
  stop(): Promise<void>;
}

/** @param urlOf asked at every connection: a load balancer */
export function follow(
  urlOf: () => string,
  query: string,
  given: Readonly<Record<string, unknown>>,
  authorization?: () => Promise<string>,
): Follower {
  const positions: number[] = [];
  const variables: Record<string, unknown> = { ...given };
  let connections = 0;
  const client: Client = createClient({
    url: urlOf,
    webSocketImpl: WebSocket,
    retryAttempts: 1_000,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 20)),
    shouldRetry: () => true,
    ...(authorization && { connectionParams: async () => ({ authorization: await authorization() }) }),
    on: {
      connected() {
        connections += 1;
      },
    },
  });
  client.subscribe(
    { query, variables },
    {
      next({ data }) {
        const [update] = Object.values((data ?? {}) as Record<string, { cursor: string }>);
        if (update === undefined) return;
        positions.push(Number(update.cursor));
        variables['after'] = update.cursor;
      },
      error: () => undefined,
      complete: () => undefined,
    },
  );
  return {
    positions,
    get connections() {
      return connections;
    },
    count: (wanted) =>
      eventually(
        async () => positions,
        ({ length }) => length >= wanted,
      ),
    stop: async () => client.dispose(),
  };
}
