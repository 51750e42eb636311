import { enumValue } from '@consulta/platform/graphql/enum';
import { referenceUuid, toGlobalId } from '@consulta/platform/identifiers/global-id';
import { payload } from '@consulta/platform/mutation/payload';
import { selectedColumns } from '@consulta/platform/projection/columns';
import type { Resolvers, UserErrorCode } from '../generated/resolvers.ts';
import type { PartChange } from '../schedule/change-parts.ts';
import { scheduleColumns } from '../schedule/columns.ts';
import { createAvailabilityRule } from './create-availability-rule.ts';
import { dayOfWeek } from './day-of-week.ts';
import { deleteAvailabilityRule } from './delete-availability-rule.ts';
import { clockTime } from './fields.ts';
import { ruleColumnsOf } from './request.ts';
import { updateAvailabilityRule } from './update-availability-rule.ts';

export const availabilityRuleResolvers: Resolvers = {
  Mutation: {
    createAvailabilityRule: (_, { input }, context, info) =>
      payload('availabilityRule', async () => {
        const { id } = await createAvailabilityRule(context, input);
        return context.loaders.availabilityRule.byId.load(id, ruleColumnsOf(info, ['availabilityRule']));
      }),
    async updateAvailabilityRule(_, { input }, context, info) {
      const { change, userErrors } = await payload<'change', PartChange, UserErrorCode>('change', () =>
        updateAvailabilityRule(context, input),
      );
      const columns = ruleColumnsOf(info, ['availabilityRule']);
      const rule = change === null ? null : await context.loaders.availabilityRule.byId.load(change.id, columns);
      return { availabilityRule: rule, affectedAppointmentCount: change?.affected ?? 0, userErrors };
    },
    async deleteAvailabilityRule(_, { input }, context) {
      const { change, userErrors } = await payload<'change', PartChange, UserErrorCode>('change', () =>
        deleteAvailabilityRule(context, input),
      );
      return {
        deletedAvailabilityRuleId: change === null ? null : toGlobalId('AvailabilityRule', change.id),
        affectedAppointmentCount: change?.affected ?? 0,
        userErrors,
      };
    },
  },
  AvailabilityRule: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('AvailabilityRule', reference);
      return uuid === undefined ? null : loaders.availabilityRule.byId.load(uuid, ruleColumnsOf(info));
    },
    id: ({ id }) => toGlobalId('AvailabilityRule', id),
    nodeId: ({ id }) => toGlobalId('AvailabilityRule', id),
    schedule: ({ schedule_id }, _, { loaders }, info) =>
      loaders.schedule.byId.load(schedule_id, selectedColumns(info, 'Schedule', scheduleColumns, ['id'])),
    clinic: ({ clinic_id }) => ({ uuid: clinic_id }),
    dayOfWeek: ({ day_of_week }) => dayOfWeek(day_of_week),
    startTime: ({ starts }) => starts,
    endTime: ({ ends }) => clockTime(ends),
    timeZone: ({ time_zone }) => time_zone,
    modalities: ({ modalities }) => modalities.map((modality) => enumValue(modality)),
    validFrom: ({ valid_from }) => valid_from,
    validTo: ({ valid_to }) => valid_to,
    createdAt: ({ created_at }) => created_at,
    updatedAt: ({ updated_at }) => updated_at,
  },
  AvailabilityRuleConnection: { totalCount: (connection) => connection.totalCount() },
};
