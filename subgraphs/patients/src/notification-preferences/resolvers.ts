import { payload } from '@consulta/platform/mutation/payload';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Resolvers } from '../generated/resolvers.ts';
import { preferencesColumns } from './queries.ts';
import { updatePreferences } from './update-preferences.ts';

const columnsOf = (info: ProjectionInfo, path: readonly string[] = []) =>
  selectedColumns(info, 'NotificationPreferences', preferencesColumns, ['patient_id'], path);

export const notificationPreferencesResolvers: Resolvers = {
  Mutation: {
    updateNotificationPreferences: (_, { input }, context, info) =>
      payload('notificationPreferences', async () => {
        const patient = await updatePreferences(context, input);
        return context.loaders.preferences.load(patient, columnsOf(info, ['notificationPreferences']));
      }),
  },
  Patient: {
    notificationPreferences: (patient, _, { loaders }, info) => loaders.preferences.load(patient.id, columnsOf(info)),
  },
  NotificationPreferences: {
    quietHours: ({ quiet_from: from, quiet_to: to }) => (from === null || to === null ? null : { from, to }),
  },
};
