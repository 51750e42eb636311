import type { Logger } from '@consulta/platform/logger';
import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import { readMerged } from './merged-page.ts';
import type { StreamLog } from './stream-log.ts';

const pageSize = 100;
const againAfterMillis = 1_000;

/** What takes the events of a tail. */
export interface TailSink {
  /** The position after which its events come. */
  start(position: number): void;
  event(event: StreamEvent): void;
  /** While it has more than it can hold: when to go on. */
  room(): Promise<void> | undefined;
}

/** Follows topics from a position on: every event once, in order of the positions. */
export interface Tail {
  /** Begins: everything up to the position has been seen. What was heard before is read. */
  start(position: number): void;
  readonly topics: readonly string[];
  /** Up to here its sink has everything. */
  readonly position: number;
  /** What the bus says happened. */
  hear(event: StreamEvent): void;
  /** Reads what was missed; for whoever knows that something was. */
  catchUp(): void;
  close(): void;
}

/**
 * Events of a topic are a chain: one that names the last seen as the one before it goes on at once. Anything else (a
 * message was lost, came twice, or overtook another) is read from the log, which knows the order. Who follows several
 * topics always reads: nothing in a message says that no other topic had an event before it.
 */
export function createTail(
  topics: readonly string[],
  sink: TailSink,
  { log, logger, onClose }: { readonly log: StreamLog; readonly logger: Logger; onClose(tail: Tail): void },
): Tail {
  // Until it starts it only notes that there is something to read.
  let reading = true;
  let again = false;
  let closed = false;

  const handOver = (event: StreamEvent): void => {
    tail.position = event.position;
    sink.event(event);
  };
  const read = async (): Promise<void> => {
    try {
      while (again && !closed) {
        again = false;
        await sink.room();
        const { events, isLast } = await readMerged(log, topics, tail.position, pageSize);
        if (closed) return;
        for (const event of events) handOver(event);
        again ||= !isLast;
      }
    } catch (err) {
      logger.warn({ err }, 'the log of events cannot be read; trying again');
      setTimeout(catchUp, againAfterMillis).unref();
    } finally {
      // At once: whoever calls after the last look at `again` begins anew.
      reading = false;
    }
  };
  const catchUp = (): void => {
    again = true;
    if (reading || closed) return;
    reading = true;
    void read();
  };

  const tail = {
    topics,
    // A field, as in a group: a getter of each object costs it half a kilobyte, and there are thousands.
    position: 0,
    start(position: number) {
      tail.position = position;
      sink.start(position);
      reading = false;
      if (again) catchUp();
    },
    hear(event: StreamEvent) {
      if (closed || event.position <= tail.position) return;
      const follows = topics.length === 1 && event.previous === tail.position;
      if (follows && !reading && sink.room() === undefined) handOver(event);
      else catchUp();
    },
    catchUp,
    close() {
      if (closed) return;
      closed = true;
      onClose(tail);
    },
  } satisfies Tail;
  return tail;
}
