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
const boundsQuery = '{ streamBounds { start end } }';

const head = z.object({ topic: z.string(), position: z.int().nonnegative() });
const eventsSchema = z.object({ streamEvents: z.array(streamEventSchema) });
const headsSchema = z.object({ streamHeads: z.array(head) });
const newsSchema = z.object({ streamNews: z.array(head) });
const boundsSchema = z.object({
  streamBounds: z.object({ start: z.int().positive(), end: z.int().nonnegative() }),
});

/** The log as the subgraph that keeps it tells of it. */
export function createRemoteLog(peers: Peers): StreamLog {
  return {
    async events(streams, first) {
      return eventsSchema.parse(await peers.ask(owner, eventsQuery, { streams, first })).streamEvents;
    },
    async heads(topics) {
      return headsSchema.parse(await peers.ask(owner, headsQuery, { topics })).streamHeads;
    },
    async news(after, first) {
      return newsSchema.parse(await peers.ask(owner, newsQuery, { after, first })).streamNews;
    },
    async bounds() {
      return boundsSchema.parse(await peers.ask(owner, boundsQuery, {})).streamBounds;
    },
  };
}
