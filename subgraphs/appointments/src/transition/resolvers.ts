import { payload } from '@consulta/platform/mutation/payload';
import type { ProjectionInfo } from '@consulta/platform/projection/columns';
import type { AppointmentRow } from '../appointment/columns.ts';
import { readBack } from '../appointment/projection.ts';
import type { Context } from '../context.ts';
import type { Resolvers, UserErrorCode } from '../generated/resolvers.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { recordVisit } from './record-visit.ts';
import { reviveAppointment } from './revive-appointment.ts';

/** Answers with the appointment that a use case changed. */
const changing =
  (change: (context: Context, input: unknown) => Promise<string>) =>
  (_: unknown, { input }: { readonly input: unknown }, context: Context, info: ProjectionInfo) =>
    payload<'appointment', AppointmentRow | null, UserErrorCode>('appointment', async () =>
      readBack(context, info, await change(context, input)),
    );

export const transitionResolvers: Resolvers = {
  Mutation: {
    cancelAppointment: changing(cancelAppointment),
    markAppointmentArrived: changing((context, input) => recordVisit(context, input, 'arrived')),
    checkInAppointment: changing((context, input) => recordVisit(context, input, 'checked_in')),
    fulfilAppointment: changing((context, input) => recordVisit(context, input, 'fulfilled')),
    markAppointmentNoShow: changing((context, input) => recordVisit(context, input, 'no_show')),
    markAppointmentEnteredInError: changing((context, input) => recordVisit(context, input, 'entered_in_error')),
    reviveAppointment: changing(reviveAppointment),
  },
};
