import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import {
  boundsOfStream,
  eventsAfter,
  headsOf,
  newsAfter,
  type StreamBoundsRow,
  type StreamHeadRow,
  type StreamRow,
} from './queries.ts';

/** The log that subscriptions follow, for who streams them. */
export interface StreamLoaders {
  events(streams: readonly { readonly topic: string; readonly after: number }[], most: number): Promise<StreamRow[]>;
  heads(topics: readonly string[]): Promise<StreamHeadRow[]>;
  news(after: number, most: number): Promise<StreamHeadRow[]>;
  bounds(): Promise<StreamBoundsRow>;
}

export function createStreamLoaders(db: Kysely<Database>): StreamLoaders {
  return {
    events: (streams, most) => eventsAfter(db, streams, most),
    heads: (topics) => headsOf(db, topics),
    news: (after, most) => newsAfter(db, after, most),
    bounds: () => boundsOfStream(db),
  };
}
