import { forbidden } from '@consulta/platform/graphql/errors';
import { toUuid } from '@consulta/platform/identifiers/global-id';
import { slotPeriod } from '../availability/slot-period.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { cursorOf, follow } from '../stream/position.ts';
import { topics } from '../stream/topics.ts';
import { tellChange } from './told-change.ts';

export const availabilityChangeResolvers: Resolvers = {
  Subscription: {
    availabilityChanged: {
      async subscribe(_, args, { directory, cursors }) {
        const doctor = toUuid('Doctor', args.doctor, ['doctor']);
        slotPeriod(args);
        const stream = follow([topics.availability(doctor)], args, cursors);
        if ((await directory.doctor(doctor)) === null) throw forbidden();
        return stream;
      },
      resolve: (_, args, context) => tellChange(context, toUuid('Doctor', args.doctor, ['doctor']), slotPeriod(args)),
    },
  },
  AvailabilityChange: {
    cursor: ({ event }, _, { cursors }) => cursorOf(cursors, event),
    occurredAt: ({ event }) => event.occurredAt,
    doctor: ({ doctor }) => ({ uuid: doctor }),
  },
};
