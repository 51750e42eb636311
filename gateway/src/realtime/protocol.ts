import { randomUUID } from 'node:crypto';
import { publicCodeOf } from '@consulta/platform/graphql/errors';
import type { Logger } from '@consulta/platform/logger';
import { GraphQLError } from 'graphql';
import { CloseCode, type Message, MessageType, parseMessage, type SubscribeMessage } from 'graphql-ws';
import type { Session, Sessions } from '../auth/viewer.ts';
import type { GatewayContext } from '../context.ts';
import type { Admit } from './admission.ts';
import type { Connections } from './connections.ts';
import type { Hub } from './hub.ts';
import { closeSocket, finish, memberOf, type Socket, tryAgainLater, type Writing, write } from './socket.ts';

export interface ProtocolDependencies {
  readonly sessions: Sessions;
  readonly connections: Connections;
  readonly admit: Admit;
  readonly hub: Hub;
  readonly logger: Logger;
  readonly writing: Writing;
  readonly operationsPerSocket: number;
  /** The context of an operation, with what the account may do now. */
  contextOf(account: string | null, requestId: string): Promise<GatewayContext>;
}

/**
 * The server's side of graphql-transport-ws, message by message. Messages and codes are graphql-ws'; its own server keeps
 * a suspended function with the whole text of its document for each subscription, and serialises for each of them.
 */
export function createProtocol(dependencies: ProtocolDependencies): (socket: Socket, text: string) => void {
  const { sessions, connections, admit, hub, logger, writing, operationsPerSocket, contextOf } = dependencies;

  const receive = (socket: Socket, message: Message): void | Promise<void> => {
    switch (message.type) {
      case MessageType.ConnectionInit:
        if (socket.isInitialising) {
          return closeSocket(socket, CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests');
        }
        socket.isInitialising = true;
        return initialise(socket, authorizationIn(message.payload) ?? socket.authorization);
      case MessageType.Ping:
        return answerPing(socket, authorizationIn(message.payload));
      case MessageType.Pong:
        return;
      case MessageType.Subscribe: {
        const { session, operations } = socket;
        if (session === undefined) return closeSocket(socket, CloseCode.Unauthorized, 'Unauthorized');
        if (operations.has(message.id)) {
          return closeSocket(
            socket,
            CloseCode.SubscriberAlreadyExists,
            `Subscriber for ${message.id} already exists`.slice(0, 100),
          );
        }
        if (operations.size >= operationsPerSocket) {
          return closeSocket(socket, CloseCode.TooManyInitialisationRequests, 'Too many operations on one socket');
        }
        return answer(socket, session, message);
      }
      case MessageType.Complete: {
        const stop = socket.operations.get(message.id);
        socket.operations.delete(message.id);
        return stop?.();
      }
      default:
        return closeSocket(socket, CloseCode.BadRequest, 'Only a server sends this');
    }
  };

  const initialise = async (socket: Socket, authorization: string | undefined): Promise<void> => {
    const session = await openSession(socket, authorization);
    if (session === undefined) return;
    if (!connections.claim(session.account)) {
      return closeSocket(socket, CloseCode.TooManyInitialisationRequests, 'Too many connections of this account');
    }
    socket.session = session;
    socket.authorization = undefined;
    // Heartbeats of clients that came together are spread.
    socket.dueAt = Date.now() + 15_000 + Math.random() * 10_000;
    write(socket, JSON.stringify({ type: MessageType.ConnectionAck, payload: validityOf(session) }), writing);
  };

  const openSession = async (socket: Socket, authorization: string | undefined): Promise<Session | undefined> => {
    try {
      const session = await sessions.open(authorization);
      return socket.ws.readyState === socket.ws.OPEN ? session : undefined;
    } catch (error) {
      giveUp(socket, error);
      return undefined;
    }
  };

  /** A ping may bring a new token, so that a socket outlives the one it was opened with. */
  const answerPing = async (socket: Socket, authorization: string | undefined): Promise<void> => {
    const { session } = socket;
    if (authorization === undefined || session === undefined) {
      return write(socket, JSON.stringify({ type: MessageType.Pong }), writing);
    }
    const refreshed = await openSession(socket, authorization);
    if (refreshed === undefined) return;
    if (refreshed.account !== session.account) {
      return closeSocket(socket, CloseCode.Forbidden, 'The token is of another account');
    }
    socket.session = refreshed;
    write(socket, JSON.stringify({ type: MessageType.Pong, payload: validityOf(refreshed) }), writing);
  };

  const start = async (socket: Socket, { account }: Session, { id, payload }: SubscribeMessage): Promise<void> => {
    const { operations } = socket;
    // A client may end it, and even use its id again, while it is being prepared.
    const marker = (): void => undefined;
    operations.set(id, marker);
    const isWanted = (): boolean => operations.get(id) === marker;
    const context = await contextOf(account, randomUUID());
    const admission = await admit(payload, context, false);
    if (!isWanted()) return;
    if ('errors' in admission) return refuse(socket, id, admission.errors);
    if ('answer' in admission) {
      write(socket, JSON.stringify({ id, type: MessageType.Next, payload: admission.answer }), writing);
      return finish(socket, id, [], writing);
    }
    const stop = await hub.subscribe(admission.subscription, context, memberOf(socket, id, writing));
    if (typeof stop === 'function') {
      if (!isWanted()) stop();
      else operations.set(id, stop);
    } else if (isWanted()) refuse(socket, id, stop.errors);
  };
  const refuse = (socket: Socket, id: string, errors: readonly unknown[]): void => {
    socket.operations.delete(id);
    write(socket, JSON.stringify({ id, type: MessageType.Error, payload: errors }), writing);
  };

  const answer = async (socket: Socket, session: Session, message: SubscribeMessage): Promise<void> => {
    socket.inFlight += 1;
    try {
      await start(socket, session, message);
    } catch (error) {
      giveUp(socket, error);
    } finally {
      socket.inFlight -= 1;
    }
  };
  /** What has no place in an answer: an account that was shut out, accounts that cannot be read. */
  const giveUp = (socket: Socket, error: unknown): void => {
    if (error instanceof GraphQLError && publicCodeOf(error) === 'UNAUTHENTICATED') {
      closeSocket(socket, CloseCode.Forbidden, 'Forbidden');
    } else {
      logger.error({ err: error }, 'a connection cannot be served');
      closeSocket(socket, tryAgainLater, 'Try again later');
    }
  };

  return (socket, text) => {
    let message: Message;
    try {
      message = parseMessage(text);
    } catch {
      return closeSocket(socket, CloseCode.BadRequest, 'Invalid message received');
    }
    void receive(socket, message);
  };
}

function authorizationIn(payload: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const given = payload?.['authorization'] ?? payload?.['Authorization'];
  return typeof given === 'string' ? given : undefined;
}

function validityOf({ expiresAt }: Session): { readonly expiresAt: string | null } {
  return { expiresAt: Number.isFinite(expiresAt) ? new Date(expiresAt).toISOString() : null };
}
