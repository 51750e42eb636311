import { enumValue } from '@consulta/platform/graphql/enum';
import { referenceUuid, toGlobalId } from '@consulta/platform/identifiers/global-id';
import { payload } from '@consulta/platform/mutation/payload';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Context } from '../context.ts';
import type { Resolvers, UserErrorCode } from '../generated/resolvers.ts';
import type { PartChange } from '../schedule/change-parts.ts';
import { scheduleColumns } from '../schedule/columns.ts';
import { createAvailabilityException } from './create-availability-exception.ts';
import { deleteAvailabilityException } from './delete-availability-exception.ts';
import { exceptionColumnsOf } from './request.ts';
import { updateAvailabilityException } from './update-availability-exception.ts';

/** The payload of a mutation that leaves an exception behind. */
async function changed(useCase: () => Promise<PartChange>, context: Context, info: ProjectionInfo) {
  const { change, userErrors } = await payload<'change', PartChange, UserErrorCode>('change', useCase);
  const columns = exceptionColumnsOf(info, ['availabilityException']);
  const exception = change === null ? null : await context.loaders.availabilityException.byId.load(change.id, columns);
  return { availabilityException: exception, affectedAppointmentCount: change?.affected ?? 0, userErrors };
}

export const availabilityExceptionResolvers: Resolvers = {
  Mutation: {
    createAvailabilityException: (_, { input }, context, info) =>
      changed(() => createAvailabilityException(context, input), context, info),
    updateAvailabilityException: (_, { input }, context, info) =>
      changed(() => updateAvailabilityException(context, input), context, info),
    async deleteAvailabilityException(_, { input }, context) {
      const { change, userErrors } = await payload<'change', PartChange, UserErrorCode>('change', () =>
        deleteAvailabilityException(context, input),
      );
      return {
        deletedAvailabilityExceptionId: change === null ? null : toGlobalId('AvailabilityException', change.id),
        affectedAppointmentCount: change?.affected ?? 0,
        userErrors,
      };
    },
  },
  AvailabilityException: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('AvailabilityException', reference);
      return uuid === undefined ? null : loaders.availabilityException.byId.load(uuid, exceptionColumnsOf(info));
    },
    id: ({ id }) => toGlobalId('AvailabilityException', id),
    nodeId: ({ id }) => toGlobalId('AvailabilityException', id),
    schedule: ({ schedule_id }, _, { loaders }, info) =>
      loaders.schedule.byId.load(schedule_id, selectedColumns(info, 'Schedule', scheduleColumns, ['id'])),
    clinic: ({ clinic_id }) => (clinic_id === null ? null : { uuid: clinic_id }),
    kind: ({ kind }) => enumValue(kind),
    start: ({ starts_at }) => starts_at,
    end: ({ ends_at }) => ends_at,
    createdAt: ({ created_at }) => created_at,
    updatedAt: ({ updated_at }) => updated_at,
  },
  AvailabilityExceptionConnection: { totalCount: (connection) => connection.totalCount() },
};
