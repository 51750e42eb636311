import { openPage } from '@consulta/platform/connection/ordering';
import { type PageArguments, pageRequest } from '@consulta/platform/connection/page';
import { enumValue } from '@consulta/platform/graphql/enum';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { codeOf, optional } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { payload } from '@consulta/platform/mutation/payload';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import { z } from 'zod';
import { appointmentColumnsOf } from '../appointment/projection.ts';
import type { Context } from '../context.ts';
import type { Resolvers, UserErrorCode } from '../generated/resolvers.ts';
import { holdColumnsOf } from '../hold/projection.ts';
import { type WaitlistRow, waitlistColumns, waitlistOrdering, waitlistStatuses } from './columns.ts';
import { joinWaitlist } from './join-waitlist.ts';
import { leaveWaitlist } from './leave-waitlist.ts';
import type { WaitlistRequest } from './loaders.ts';

const filterSchema = z.object({
  status: optional(z.array(codeOf(waitlistStatuses)).max(waitlistStatuses.length, 'These are more than there are.')),
});

const columnsOf = (info: ProjectionInfo, path: readonly string[]) =>
  selectedColumns(info, 'WaitlistEntry', waitlistColumns, ['id'], path);

const listOf = (
  { filter, ...page }: PageArguments & { readonly filter?: unknown },
  { cursors }: Context,
  info: ProjectionInfo,
): WaitlistRequest => ({
  filter: parseInput(filterSchema, filter ?? {}, ['filter']).status,
  page: openPage(pageRequest(page), waitlistOrdering, cursors),
  columns: columnsOf(info, ['edges', 'node']),
});

/** Answers with the entry that a use case changed. */
const changing =
  (change: (context: Context, input: unknown) => Promise<string>) =>
  (_: unknown, { input }: { readonly input: unknown }, context: Context, info: ProjectionInfo) =>
    payload<'waitlistEntry', WaitlistRow | null, UserErrorCode>('waitlistEntry', async () => {
      const id = await change(context, input);
      return context.loaders.waitlist.byId.load(id, columnsOf(info, ['waitlistEntry']));
    });

export const waitlistResolvers: Resolvers = {
  Mutation: {
    joinWaitlist: changing(joinWaitlist),
    leaveWaitlist: changing(leaveWaitlist),
  },
  WaitlistEntry: {
    id: ({ id }) => toGlobalId('WaitlistEntry', id),
    patient: ({ patient_id }) => ({ uuid: patient_id }),
    doctor: ({ doctor_id }) => ({ uuid: doctor_id }),
    clinic: ({ clinic_id }) => ({ uuid: clinic_id }),
    service: ({ service_id }) => ({ uuid: service_id }),
    modality: ({ modality }) => (modality === null ? null : enumValue(modality)),
    from: ({ starts_at }) => starts_at,
    to: ({ ends_at }) => ends_at,
    status: ({ status }) => enumValue(status),
    position: ({ id }, _, { loaders }) => loaders.waitlist.position(id),
    offer: ({ status, offered_appointment_id: hold }, _, { loaders }, info) =>
      status === 'offered' && hold !== null ? loaders.hold.byId.load(hold, holdColumnsOf(info)) : null,
    offerExpiresAt: ({ offer_expires_at }) => offer_expires_at,
    appointment: ({ status, offered_appointment_id: booked }, _, { loaders }, info) =>
      status === 'booked' && booked !== null ? loaders.appointment.byId.load(booked, appointmentColumnsOf(info)) : null,
    createdAt: ({ created_at }) => created_at,
    updatedAt: ({ updated_at }) => updated_at,
  },
  Patient: {
    waitlistEntries: ({ uuid }, args, context, info) =>
      context.loaders.waitlist.of.patient_id.load(uuid, listOf(args, context, info)),
  },
  Doctor: {
    waitlistEntries: ({ uuid }, args, context, info) =>
      context.loaders.waitlist.of.doctor_id.load(uuid, listOf(args, context, info)),
  },
  WaitlistEntryConnection: { totalCount: (connection) => connection.totalCount() },
};
