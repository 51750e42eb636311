import { enumValue } from '@consulta/platform/graphql/enum';
import { badUserInput, forbidden } from '@consulta/platform/graphql/errors';
import { toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { mustBeSignedIn } from '../appointment/policy.ts';
import { appointmentColumnsOf } from '../appointment/projection.ts';
import { dateOf, dayPeriod } from '../availability/local-day.ts';
import { day, zoneClocks } from '../availability/zone-clock.ts';
import { seesPatient } from '../booking/patient-directory.ts';
import type { Context } from '../context.ts';
import type {
  Resolvers,
  SubscriptionClinicBoardUpdatedArgs,
  SubscriptionDoctorScheduleUpdatedArgs,
} from '../generated/resolvers.ts';
import { mayPlanFor } from '../schedule/policy.ts';
import { cursorOf, follow } from '../stream/position.ts';
import { topics } from '../stream/topics.ts';
import { mayWatchBoard, mayWatchPatient } from './policy.ts';
import { tellUpdate } from './told-update.ts';

export const appointmentUpdateResolvers: Resolvers = {
  Subscription: {
    appointmentUpdated: {
      async subscribe(_, { id, ...from }, { viewer, loaders, cursors }) {
        mustBeSignedIn(viewer);
        const appointment = toUuid('Appointment', id, ['id']);
        const stream = follow([topics.appointment(appointment)], from, cursors);
        if ((await loaders.appointment.byId.load(appointment, ['id'])) === null) throw forbidden();
        return stream;
      },
      async resolve(_, _args, context) {
        mustBeSignedIn(context.viewer);
        const update = await tellUpdate(context, () => true);
        if (update === null) throw forbidden();
        return update;
      },
    },
    patientAppointmentsUpdated: {
      async subscribe(_, { patient: id, ...from }, { viewer, peers, cursors }) {
        mustBeSignedIn(viewer);
        const patient = toUuid('Patient', id, ['patient']);
        const stream = follow([topics.appointmentsOf('patient', patient)], from, cursors);
        mayWatchPatient(viewer, patient);
        if (viewer.role !== 'PATIENT' && !(await seesPatient(peers, viewer, patient))) throw forbidden();
        return stream;
      },
      resolve(_, { patient: id }, context) {
        mustBeSignedIn(context.viewer);
        const patient = toUuid('Patient', id, ['patient']);
        mayWatchPatient(context.viewer, patient);
        return tellUpdate(context, ({ patient_id }) => patient_id === patient);
      },
    },
    doctorScheduleUpdated: {
      async subscribe(_, args, context) {
        mustBeSignedIn(context.viewer);
        const doctor = doctorOf(args);
        const stream = follow([topics.appointmentsOf('doctor', doctor)], args, context.cursors);
        await mayWatchSchedule(context, doctor);
        return stream;
      },
      async resolve(_, args, context) {
        mustBeSignedIn(context.viewer);
        const doctor = doctorOf(args);
        await mayWatchSchedule(context, doctor);
        const { from, to } = args;
        return tellUpdate(
          context,
          ({ doctor_id, starts_at, ends_at }) =>
            doctor_id === doctor && (from == null || ends_at > from) && (to == null || starts_at < to),
        );
      },
    },
    clinicBoardUpdated: {
      async subscribe(_, { clinic: id, ...from }, context) {
        mustBeSignedIn(context.viewer);
        const clinic = toUuid('Clinic', id, ['clinic']);
        const stream = follow([topics.appointmentsOf('clinic', clinic)], from, context.cursors);
        mayWatchBoard(context.viewer, clinic);
        if ((await context.directory.clinic(clinic)) === null) throw forbidden();
        return stream;
      },
      async resolve(_, args, context) {
        mustBeSignedIn(context.viewer);
        const clinic = toUuid('Clinic', args.clinic, ['clinic']);
        mayWatchBoard(context.viewer, clinic);
        const today = await dayAt(context, clinic, args);
        return tellUpdate(
          context,
          ({ clinic_id, starts_at }) =>
            clinic_id === clinic && today.start <= starts_at.getTime() && starts_at.getTime() < today.end,
        );
      },
    },
  },
  AppointmentUpdate: {
    cursor: ({ event }, _, { cursors }) => cursorOf(cursors, event),
    type: ({ event: { type } }) => enumValue(type.replace('appointment.', '')),
    version: ({ event }) => event.version,
    occurredAt: ({ event }) => event.occurredAt,
    appointmentId: ({ event }) => toGlobalId('Appointment', event.aggregateId),
    appointment: ({ event }, _, { loaders }, info) =>
      loaders.appointment.byId.load(event.aggregateId, appointmentColumnsOf(info)),
  },
};

/** @throws BAD_USER_INPUT for what can never be right */
function doctorOf({ doctor, from, to }: SubscriptionDoctorScheduleUpdatedArgs): string {
  if (from != null && to != null && to <= from) throw badUserInput('The period ends before it starts.', ['to']);
  return toUuid('Doctor', doctor, ['doctor']);
}

/** @throws FORBIDDEN also where there is no such doctor */
async function mayWatchSchedule({ viewer, directory }: Context, doctor: string): Promise<void> {
  const entry = await directory.doctor(doctor);
  if (entry === null) throw forbidden();
  mayPlanFor(viewer, doctor, entry.clinic_ids);
}

/** A day by the clinic's clocks. */
async function dayAt({ directory }: Context, clinic: string, { date }: SubscriptionClinicBoardUpdatedArgs) {
  const entry = await directory.clinic(clinic);
  if (entry === null) throw forbidden();
  const start = dateOf(date) * day;
  return dayPeriod(zoneClocks({ start, end: start + day })(entry.time_zone), dateOf(date));
}
