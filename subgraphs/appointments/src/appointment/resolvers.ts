import { openPage } from '@consulta/platform/connection/ordering';
import { type PageArguments, pageRequest } from '@consulta/platform/connection/page';
import { enumValue } from '@consulta/platform/graphql/enum';
import { referenceUuid, toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { parseInput } from '@consulta/platform/input/parse-input';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Context } from '../context.ts';
import type { AppointmentOrder, AppointmentStatus, Resolvers } from '../generated/resolvers.ts';
import { scheduleColumns } from '../schedule/columns.ts';
import { appointmentOrderings } from './columns.ts';
import { eventColumns, eventOrdering } from './event-queries.ts';
import { filterSchema } from './filter.ts';
import type { AppointmentRequest } from './loaders.ts';
import { mayReadOverrides, mayReadReason, mustBeSignedIn } from './policy.ts';
import { appointmentColumnsOf } from './projection.ts';
import { type StoredStatus, shownStatus } from './status.ts';

interface ListArguments extends PageArguments {
  readonly filter?: unknown;
  readonly orderBy: AppointmentOrder;
}

const listOf = ({ filter, orderBy, ...page }: ListArguments, { cursors }: Context, info: ProjectionInfo) =>
  ({
    filter: parseInput(filterSchema, filter ?? {}, ['filter']),
    page: openPage(pageRequest(page), appointmentOrderings[orderBy], cursors),
    columns: appointmentColumnsOf(info, ['edges', 'node']),
  }) satisfies AppointmentRequest;

const statusValue = (stored: string) => enumValue<AppointmentStatus>(shownStatus(stored as StoredStatus));

export const appointmentResolvers: Resolvers = {
  Query: {
    appointment(_, { id }, { viewer, loaders }, info) {
      mustBeSignedIn(viewer);
      return loaders.appointment.byId.load(toUuid('Appointment', id, ['id']), appointmentColumnsOf(info));
    },
    appointments(_, args, context, info) {
      mustBeSignedIn(context.viewer);
      return context.loaders.appointment.list(listOf(args, context, info));
    },
  },
  Appointment: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('Appointment', reference);
      return uuid === undefined ? null : loaders.appointment.byId.load(uuid, appointmentColumnsOf(info));
    },
    id: ({ id }) => toGlobalId('Appointment', id),
    nodeId: ({ id }) => toGlobalId('Appointment', id),
    start: ({ starts_at }) => starts_at,
    end: ({ ends_at }) => ends_at,
    status: ({ status }) => statusValue(status),
    modality: ({ modality }) => enumValue(modality),
    reason: ({ reason }, _, { viewer }) => (mayReadReason(viewer) ? reason : null),
    cancellationReason: ({ cancellation_reason }, _, { viewer }) =>
      mayReadReason(viewer) ? cancellation_reason : null,
    doctor: ({ doctor_id }) => ({ uuid: doctor_id }),
    patient: ({ patient_id }) => ({ uuid: patient_id }),
    clinic: ({ clinic_id }) => ({ uuid: clinic_id }),
    service: ({ service_id }) => ({ uuid: service_id }),
    schedule: ({ schedule_id }, _, { loaders }, info) =>
      loaders.schedule.byId.load(schedule_id, selectedColumns(info, 'Schedule', scheduleColumns, ['id'])),
    events: ({ id }, args, { loaders, cursors }, info) =>
      loaders.appointment.events.load(id, {
        filter: null,
        page: openPage(pageRequest(args), eventOrdering, cursors),
        columns: selectedColumns(info, 'AppointmentEvent', eventColumns, ['seq'], ['edges', 'node']),
      }),
    createdAt: ({ created_at }) => created_at,
    updatedAt: ({ updated_at }) => updated_at,
  },
  AppointmentEvent: {
    number: ({ seq }) => seq,
    type: ({ type }) => enumValue(type),
    fromStatus: ({ status_from }) => (status_from === null ? null : statusValue(status_from)),
    toStatus: ({ status_to }) => statusValue(status_to),
    start: ({ starts_at }) => starts_at,
    end: ({ ends_at }) => ends_at,
    previousStart: ({ previous_starts_at }) => previous_starts_at,
    previousEnd: ({ previous_ends_at }) => previous_ends_at,
    actorRole: ({ actor_role }) => enumValue(actor_role),
    overrides: ({ override }, _, { viewer }) =>
      override === null || !mayReadOverrides(viewer) ? [] : override.split(',').map((one) => enumValue(one)),
    occurredAt: ({ occurred_at }) => occurred_at,
  },
  Patient: {
    appointments: ({ uuid }, args, context, info) =>
      context.loaders.appointment.of.patient_id.load(uuid, listOf(args, context, info)),
  },
  Doctor: {
    appointments: ({ uuid }, args, context, info) =>
      context.loaders.appointment.of.doctor_id.load(uuid, listOf(args, context, info)),
  },
  Clinic: {
    appointments: ({ uuid }, args, context, info) =>
      context.loaders.appointment.of.clinic_id.load(uuid, listOf(args, context, info)),
  },
  AppointmentConnection: { totalCount: (connection) => connection.totalCount() },
  AppointmentEventConnection: { totalCount: (connection) => connection.totalCount() },
};
