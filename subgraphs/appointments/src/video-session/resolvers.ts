import { enumValue } from '@consulta/platform/graphql/enum';
import { forbidden } from '@consulta/platform/graphql/errors';
import { toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import { mustBeSignedIn } from '../appointment/policy.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { cursorOf, follow, toldEvent } from '../stream/position.ts';
import { topics } from '../stream/topics.ts';
import { videoSessionColumns } from './queries.ts';

const columnsOf = (info: ProjectionInfo, path: readonly string[] = []) =>
  selectedColumns(info, 'VideoSession', videoSessionColumns, ['id'], path);

export const videoSessionResolvers: Resolvers = {
  Subscription: {
    videoSessionUpdated: {
      async subscribe(_, args, context) {
        mustBeSignedIn(context.viewer);
        const appointment = toUuid('Appointment', args.appointment, ['appointment']);
        const stream = follow([topics.videoSession(appointment)], args, context.cursors);
        await maySee(context, appointment);
        return stream;
      },
      async resolve(_, args, context, info) {
        mustBeSignedIn(context.viewer);
        const appointment = toUuid('Appointment', args.appointment, ['appointment']);
        await maySee(context, appointment);
        const session = await context.loaders.videoSession.load(appointment, columnsOf(info, ['videoSession']));
        return session && { event: toldEvent(context), session };
      },
    },
  },
  Appointment: {
    videoSession: ({ id }, _, { loaders }, info) => loaders.videoSession.load(id, columnsOf(info)),
  },
  VideoSession: {
    id: ({ id }) => toGlobalId('VideoSession', id),
    status: ({ status }) => enumValue(status),
    opensAt: ({ opens_at }) => opens_at,
    closesAt: ({ closes_at }) => closes_at,
    startedAt: ({ started_at }) => started_at,
    endedAt: ({ ended_at }) => ended_at,
  },
  VideoSessionUpdate: {
    cursor: ({ event }, _, { cursors }) => cursorOf(cursors, event),
    type: ({ event: { type } }) => enumValue(type.replace('video.', '')),
    occurredAt: ({ event }) => event.occurredAt,
    videoSession: ({ session }) => session,
  },
};

/** @throws FORBIDDEN also where there is no such appointment */
async function maySee({ loaders }: Context, appointment: string): Promise<void> {
  if ((await loaders.appointment.byId.load(appointment, ['id'])) === null) throw forbidden();
}
