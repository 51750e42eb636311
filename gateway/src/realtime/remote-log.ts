import type { Peers } from '@consulta/platform/hop/peers';
import { streamEventSchema } from '@consulta/platform/stream/stream-event';
import { z } from 'zod';
import type { StreamLog } from './stream-log.ts';

const owner = 'appointments';

const eventsQuery = `query ($streams: [StreamPosition!]!, $first: Int!) { streamEvents(streams: $streams, first: $first) {
  topic position previous aggregateType aggregateId version type occurredAt
} }`;
const headsQuery = 'query ($topics: [String!]!) { streamHeads(topics: $topics) { topic position } }';
const newsQuery =
  'query ($after: Float!, $first: Int!) { streamNews(after: $after, first: $first) { topic position } }';
const startQuery = '{ streamStart }';

const head = z.object({ topic: z.string(), position: z.int().nonnegative() });
const eventsSchema = z.object({ streamEvents: z.array(streamEventSchema) });
const headsSchema = z.object({ streamHeads: z.array(head) });
const newsSchema = z.object({ streamNews: z.array(head) });
const startSchema = z.object({ streamStart: z.int().positive() });

/** The log as the subgraph that keeps it tells of it. */
export function createRemoteLog(peers: Peers): StreamLog {
  /** The last position that is known to have been given. */
  let known = 0;

  const news = async (after: number, first: number) =>
    newsSchema.parse(await peers.ask(owner, newsQuery, { after, first })).streamNews;
  const hasAfter = async (position: number): Promise<boolean> => (await news(position, 1)).length > 0;
  /** Looked for in leaps, then by halves: a few dozen looks into an index the first time, one or two from then on. */
  const findEnd = async (from: number): Promise<number> => {
    let [low, high, leap] = [from, from, 1];
    while (await hasAfter(high)) {
      low = high + 1;
      high += leap;
      leap *= 4;
    }
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (await hasAfter(middle)) low = middle + 1;
      else high = middle;
    }
    return high;
  };

  return {
    async events(streams, first) {
      return eventsSchema.parse(await peers.ask(owner, eventsQuery, { streams, first })).streamEvents;
    },
    async heads(topics) {
      return headsSchema.parse(await peers.ask(owner, headsQuery, { topics })).streamHeads;
    },
    news,
    async bounds() {
      const start = startSchema.parse(await peers.ask(owner, startQuery, {})).streamStart;
      known = await findEnd(Math.max(known, start - 1));
      return { start, end: known };
    },
  };
}
