import type { Duplex } from 'node:stream';
import type { GraphQLFormattedError } from 'graphql';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Session } from '../auth/viewer.ts';
import type { Connection } from './connections.ts';
import type { Member } from './group.ts';
import { roomIn } from './room.ts';
import { textFrame } from './text-frame.ts';

/** Ends an operation that is under way. */
export type Stop = () => void;

/** A client's WebSocket: what the protocol has to know of it, and no more, for there are many. */
export interface Socket extends Connection {
  readonly ws: WebSocket;
  /** What the WebSocket writes to. */
  readonly stream: Duplex;
  session: Session | undefined;
  /** The `Authorization` header that it came with; not kept once it is initialised. */
  authorization: string | undefined;
  isInitialising: boolean;
  isAlive: boolean;
  /** Operations by the ids that the client gave them. */
  readonly operations: Map<string, Stop>;
  /** Queries and mutations being answered. */
  inFlight: number;
}

/** RFC 6455: the endpoint goes away; and, registered with IANA, a client that may try again later. */
export const goingAway = 1001;
export const tryAgainLater = 1013;

const dropAfterMillis = 5_000;

export function createSocket(
  ws: WebSocket,
  stream: Duplex,
  authorization: string | undefined,
  initialiseBy: number,
): Socket {
  const socket: Socket = {
    ws,
    stream,
    session: undefined,
    authorization,
    isInitialising: false,
    isAlive: true,
    operations: new Map(),
    inFlight: 0,
    dueAt: initialiseBy,
    giveUp: () => closeSocket(socket, CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout'),
    expire: () => closeSocket(socket, CloseCode.Forbidden, 'The access token expired'),
    beat() {
      if (!socket.isAlive) return ws.terminate();
      socket.isAlive = false;
      ws.ping();
    },
    isBusy: () => socket.inFlight > 0,
    leave: () => closeSocket(socket, goingAway, 'Going away'),
    drop: () => ws.terminate(),
  };
  return socket;
}

/** Closes it and ends what it follows; a client that does not take the close is dropped. */
export function closeSocket(socket: Socket, code: number, reason: string): void {
  const { ws } = socket;
  stopAll(socket);
  if (ws.readyState !== ws.OPEN) return;
  ws.close(code, reason);
  setTimeout(() => ws.terminate(), dropAfterMillis).unref();
}

export function stopAll({ operations }: Socket): void {
  const stops = [...operations.values()];
  operations.clear();
  for (const stop of stops) stop();
}

/** How frames are written: never more than a client that reads would let pile up. */
export interface Writing {
  readonly unreadBytes: number;
  onSlow(): void;
}

export function write(socket: Socket, text: string, writing: Writing): void {
  const { ws } = socket;
  if (ws.readyState !== ws.OPEN) return;
  ws.send(text);
  closeIfSlow(socket, writing);
}

/** As one piece: `ws` would encode the answer for each of them, and write a frame's head and payload apart. */
function writeAnswer(socket: Socket, name: string, answer: Buffer, writing: Writing): void {
  const { ws, stream } = socket;
  if (ws.readyState !== ws.OPEN) return;
  // Without compression nothing of `ws` is ever half written.
  stream.write(textFrame(`{"id":${name},"type":"next","payload":`, answer, '}'));
  closeIfSlow(socket, writing);
}

function closeIfSlow(socket: Socket, { unreadBytes, onSlow }: Writing): void {
  if (socket.ws.bufferedAmount <= unreadBytes) return;
  onSlow();
  closeSocket(socket, tryAgainLater, 'Read faster, or resume after your last cursor');
}

/** A subscription of a socket. Its answers were serialised once for all who get them. */
export function memberOf(socket: Socket, id: string, writing: Writing): Member {
  const name = JSON.stringify(id);
  return {
    seen: 0,
    isLive: false,
    next: (answer) => writeAnswer(socket, name, answer, writing),
    end(errors) {
      finish(socket, id, errors, writing);
    },
    room: () =>
      roomIn(() => socket.ws.readyState !== socket.ws.OPEN || socket.ws.bufferedAmount < writing.unreadBytes / 4),
  };
}

/** The last word of an operation, unless its client has ended it before. */
export function finish(socket: Socket, id: string, errors: readonly GraphQLFormattedError[], writing: Writing): void {
  if (!socket.operations.delete(id)) return;
  const name = JSON.stringify(id);
  if (errors.length > 0) {
    write(socket, `{"id":${name},"type":"next","payload":${JSON.stringify({ data: null, errors })}}`, writing);
  }
  write(socket, `{"id":${name},"type":"complete"}`, writing);
}
