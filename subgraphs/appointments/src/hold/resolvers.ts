import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { enumValue } from '@consulta/platform/graphql/enum';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { idOf, optional } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { payload } from '@consulta/platform/mutation/payload';
import { z } from 'zod';
import { mustBeSignedIn } from '../appointment/policy.ts';
import { appointmentColumnsOf, readBack } from '../appointment/projection.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { holdOrdering } from './columns.ts';
import { holdSlot } from './hold-slot.ts';
import { holdColumnsOf } from './projection.ts';
import { releaseHold } from './release-hold.ts';

const filterSchema = z.object({ doctor: optional(idOf('Doctor')) });

export const holdResolvers: Resolvers = {
  Query: {
    slotHolds(_, { filter, ...page }, { viewer, loaders, cursors }, info) {
      mustBeSignedIn(viewer);
      return loaders.hold.list({
        filter: parseInput(filterSchema, filter ?? {}, ['filter']),
        page: openPage(pageRequest(page), holdOrdering, cursors),
        columns: holdColumnsOf(info, ['edges', 'node']),
      });
    },
  },
  Mutation: {
    holdSlot: (_, { input }, context, info) =>
      payload('slotHold', async () => {
        const id = await holdSlot(context, input);
        return context.loaders.hold.byId.load(id, holdColumnsOf(info, ['slotHold']));
      }),
    releaseHold: (_, { input }, context, info) =>
      payload('appointment', async () => readBack(context, info, await releaseHold(context, input))),
  },
  SlotHold: {
    id: ({ id }) => toGlobalId('SlotHold', id),
    start: ({ starts_at }) => starts_at,
    end: ({ ends_at }) => ends_at,
    doctor: ({ doctor_id }) => ({ uuid: doctor_id }),
    clinic: ({ clinic_id }) => ({ uuid: clinic_id }),
    service: ({ service_id }) => ({ uuid: service_id }),
    patient: ({ patient_id }) => ({ uuid: patient_id }),
    modality: ({ modality }) => enumValue(modality),
    expiresAt: ({ expires_at }) => expires_at,
    appointment: ({ id }, _, { loaders }, info) => loaders.appointment.byId.load(id, appointmentColumnsOf(info)),
  },
  SlotHoldConnection: { totalCount: (connection) => connection.totalCount() },
};
