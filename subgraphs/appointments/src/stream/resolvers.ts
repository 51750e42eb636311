import { forbidden } from '@consulta/platform/graphql/errors';
import { integer } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { z } from 'zod';
import type { Resolvers } from '../generated/resolvers.ts';
import { cursorOf } from './position.ts';

const mostTopics = 500;
const topic = z.string().min(1).max(200);
const position = z.int().nonnegative();
const eventsSchema = z.object({
  streams: z.array(z.object({ topic, after: position })).max(mostTopics, `These are more than ${mostTopics} topics.`),
  first: integer(1, 500),
});
const headsSchema = z.object({ topics: z.array(topic).max(mostTopics, `These are more than ${mostTopics} topics.`) });
const newsSchema = z.object({ after: position, first: integer(1, 5_000) });

export const streamResolvers: Resolvers = {
  Query: {
    async updatesCursor(_, _args, { loaders, cursors }) {
      const { end } = await loaders.stream.bounds();
      return cursorOf(cursors, { position: end });
    },
    streamEvents(_, args, { viewer, loaders }) {
      forSystem(viewer);
      const { streams, first } = parseInput(eventsSchema, args, []);
      return loaders.stream.events(streams, first);
    },
    streamHeads(_, args, { viewer, loaders }) {
      forSystem(viewer);
      return loaders.stream.heads(parseInput(headsSchema, args, []).topics);
    },
    streamNews(_, args, { viewer, loaders }) {
      forSystem(viewer);
      const { after, first } = parseInput(newsSchema, args, []);
      return loaders.stream.news(after, first);
    },
    streamBounds(_, _args, { viewer, loaders }) {
      forSystem(viewer);
      return loaders.stream.bounds();
    },
  },
};

/** What happened to whom is nobody's business but of who delivers it. */
function forSystem({ role }: Viewer): void {
  if (role !== 'SYSTEM') throw forbidden();
}
