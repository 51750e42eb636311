import type { StreamEvent } from '@consulta/platform/stream/stream-event';

/** Where a reader stands in a topic. */
export interface StreamPosition {
  readonly topic: string;
  /** Position of the last event it has seen; 0 for the beginning. */
  readonly after: number;
}

/** A topic has an event at this position. */
export interface StreamHead {
  readonly topic: string;
  readonly position: number;
}

/** The kept log of all that may be followed. What can be read at a position has nothing uncommitted before it. */
export interface StreamLog {
  /** Of each topic the first events after a position, those of a topic in order. Name a topic once. */
  events(streams: readonly StreamPosition[], first: number): Promise<readonly StreamEvent[]>;
  /** The newest position of each topic; 0, or no entry, for one without events. */
  heads(topics: readonly string[]): Promise<readonly StreamHead[]>;
  /** What all topics have after a position, in order. */
  news(after: number, first: number): Promise<readonly StreamHead[]>;
  /** What is kept: the lowest position (the next one where nothing is) and the last that was given. */
  bounds(): Promise<{ readonly start: number; readonly end: number }>;
}
