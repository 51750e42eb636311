import { referenceUuid, toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { payload } from '@consulta/platform/mutation/payload';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import { exceptionRequest } from '../availability-exception/request.ts';
import { ruleRequest } from '../availability-rule/request.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { scheduleColumns } from './columns.ts';
import { createSchedule } from './create-schedule.ts';
import { updateSchedule } from './update-schedule.ts';

const columnsOf = (info: ProjectionInfo, path: readonly string[] = []) =>
  selectedColumns(info, 'Schedule', scheduleColumns, ['id'], path);

export const scheduleResolvers: Resolvers = {
  Query: {
    schedule: (_, { id }, { loaders }, info) =>
      loaders.schedule.byId.load(toUuid('Schedule', id, ['id']), columnsOf(info)),
  },
  Mutation: {
    createSchedule: (_, { input }, context, info) =>
      payload('schedule', async () => {
        const id = await createSchedule(context, input);
        return context.loaders.schedule.byId.load(id, columnsOf(info, ['schedule']));
      }),
    updateSchedule: (_, { input }, context, info) =>
      payload('schedule', async () => {
        const id = await updateSchedule(context, input);
        return context.loaders.schedule.byId.load(id, columnsOf(info, ['schedule']));
      }),
  },
  Doctor: {
    schedule: ({ uuid }, _, { loaders }, info) => loaders.schedule.byDoctor.load(uuid, columnsOf(info)),
  },
  Schedule: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('Schedule', reference);
      return uuid === undefined ? null : loaders.schedule.byId.load(uuid, columnsOf(info));
    },
    id: ({ id }) => toGlobalId('Schedule', id),
    nodeId: ({ id }) => toGlobalId('Schedule', id),
    doctor: ({ doctor_id }) => ({ uuid: doctor_id }),
    timeZone: ({ time_zone }) => time_zone,
    slotMinutes: ({ slot_minutes }) => slot_minutes,
    minimumNoticeMinutes: ({ minimum_notice_minutes }) => minimum_notice_minutes,
    planningHorizonDays: ({ planning_horizon_days }) => planning_horizon_days,
    maxOverbooking: ({ max_overbooking }) => max_overbooking,
    availabilityRules: ({ id }, args, context, info) =>
      context.loaders.availabilityRule.of.load(id, ruleRequest(args, context, info)),
    availabilityExceptions: ({ id }, args, context, info) =>
      context.loaders.availabilityException.of.load(id, exceptionRequest(args, context, info)),
    createdAt: ({ created_at }) => created_at,
    updatedAt: ({ updated_at }) => updated_at,
  },
};
