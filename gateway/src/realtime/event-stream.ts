import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { Session } from '../auth/viewer.ts';
import type { Connection } from './connections.ts';
import type { Member } from './group.ts';
import { roomIn } from './room.ts';
import type { Writing } from './socket.ts';

/** One operation's answers as server-sent events (graphql-sse's distinct connections mode). */
export interface EventStream extends Connection {
  /** Until it is answered, or follows something. */
  isAnswering: boolean;
  next(text: string): void;
  /** The last event: the client knows that it is over and does not come back. */
  complete(errors: readonly GraphQLFormattedError[]): void;
  member(): Member;
}

const beforeAnswer = Buffer.from('event: next\ndata: ');
const afterAnswer = Buffer.from('\n\n');

export function createEventStream(response: ServerResponse, session: Session, writing: Writing): EventStream {
  /** The client takes this for a lost connection, and comes back. */
  const end = (): void => void response.end();
  const send = (event: string | Buffer): void => {
    if (response.writableEnded || response.destroyed) return;
    response.write(event);
    if (response.writableLength <= writing.unreadBytes) return;
    writing.onSlow();
    response.destroy();
  };
  const next = (text: string): void => send(`${beforeAnswer}${text}${afterAnswer}`);
  const complete = (errors: readonly GraphQLFormattedError[]): void => {
    if (errors.length > 0) next(JSON.stringify({ data: null, errors }));
    send('event: complete\ndata:\n\n');
    end();
  };
  const stream: EventStream = {
    session,
    isAnswering: true,
    dueAt: 0,
    giveUp: end,
    expire: end,
    // Something to write finds out that nobody is there, and keeps proxies from closing what is quiet.
    beat: () => send(':\n\n'),
    isBusy: () => stream.isAnswering,
    leave: end,
    drop: () => void response.destroy(),
    next,
    complete,
    member: () => ({
      seen: 0,
      isLive: false,
      next: (answer) => send(Buffer.concat([beforeAnswer, answer, afterAnswer])),
      end: complete,
      room: () => roomIn(() => response.destroyed || response.writableLength < writing.unreadBytes / 4),
    }),
  };
  return stream;
}
