import { payload } from '@consulta/platform/mutation/payload';
import { readBack } from '../appointment/projection.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { bookAppointment } from './book-appointment.ts';
import { rescheduleAppointment } from './reschedule-appointment.ts';

export const bookingResolvers: Resolvers = {
  Mutation: {
    bookAppointment: (_, { input }, context, info) =>
      payload('appointment', async () => readBack(context, info, await bookAppointment(context, input))),
    rescheduleAppointment: (_, { input }, context, info) =>
      payload('appointment', async () => readBack(context, info, await rescheduleAppointment(context, input))),
  },
};
