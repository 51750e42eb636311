import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { enumValue } from '@consulta/platform/graphql/enum';
import { referenceUuid, toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { payload } from '@consulta/platform/mutation/payload';
import { appointmentOrderings } from '../appointment/columns.ts';
import { mustBeSignedIn } from '../appointment/policy.ts';
import { appointmentColumnsOf } from '../appointment/projection.ts';
import type { Resolvers, UserErrorCode } from '../generated/resolvers.ts';
import { bookAppointmentSeries } from './book-appointment-series.ts';
import { type CancelledSeries, cancelAppointmentSeries } from './cancel-appointment-series.ts';
import { withConflicts } from './payload.ts';
import { readBack, seriesColumnsOf } from './projection.ts';
import { rescheduleAppointmentSeries } from './reschedule-appointment-series.ts';

export const seriesResolvers: Resolvers = {
  Query: {
    appointmentSeries(_, { id }, { viewer, loaders }, info) {
      mustBeSignedIn(viewer);
      return loaders.series.byId.load(toUuid('AppointmentSeries', id, ['id']), seriesColumnsOf(info));
    },
  },
  Mutation: {
    bookAppointmentSeries: withConflicts(bookAppointmentSeries),
    rescheduleAppointmentSeries: withConflicts(rescheduleAppointmentSeries),
    async cancelAppointmentSeries(_, { input }, context, info) {
      const { done, userErrors } = await payload<'done', CancelledSeries, UserErrorCode>('done', () =>
        cancelAppointmentSeries(context, input),
      );
      return {
        appointmentSeries: done && (await readBack(context, info, done.series)),
        cancelledAppointmentCount: done?.cancelled ?? null,
        userErrors,
      };
    },
  },
  Appointment: {
    async series({ id }, _, { loaders }, info) {
      const place = await loaders.series.placeOf.load(id, null);
      return place && loaders.series.byId.load(place.series_id, seriesColumnsOf(info));
    },
    async seriesNumber({ id }, _, { loaders }) {
      const place = await loaders.series.placeOf.load(id, null);
      return place?.number ?? null;
    },
  },
  AppointmentSeries: {
    __resolveReference(reference, { loaders }, info) {
      const uuid = referenceUuid('AppointmentSeries', reference);
      return uuid === undefined ? null : loaders.series.byId.load(uuid, seriesColumnsOf(info));
    },
    id: ({ id }) => toGlobalId('AppointmentSeries', id),
    nodeId: ({ id }) => toGlobalId('AppointmentSeries', id),
    doctor: ({ doctor_id }) => ({ uuid: doctor_id }),
    patient: ({ patient_id }) => ({ uuid: patient_id }),
    clinic: ({ clinic_id }) => ({ uuid: clinic_id }),
    service: ({ service_id }) => ({ uuid: service_id }),
    modality: ({ modality }) => enumValue(modality),
    startDate: ({ starts_on }) => starts_on,
    startTime: ({ starts }) => starts,
    everyWeeks: ({ every_weeks }) => every_weeks,
    timeZone: ({ time_zone }) => time_zone,
    appointments: ({ id }, args, { loaders, cursors }, info) =>
      loaders.series.appointments.load(id, {
        filter: null,
        page: openPage(pageRequest(args), appointmentOrderings.START_ASC, cursors),
        columns: appointmentColumnsOf(info, ['edges', 'node']),
      }),
    createdAt: ({ created_at }) => created_at,
    updatedAt: ({ updated_at }) => updated_at,
  },
};
