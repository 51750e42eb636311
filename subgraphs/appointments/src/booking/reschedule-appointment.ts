import { expectedVersion, idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { z } from 'zod';
import { stateColumns } from '../appointment/state.ts';
import type { Context } from '../context.ts';
import { changeAppointment } from '../transition/change-appointment.ts';
import { mayCancelOrMove } from '../transition/policy.ts';
import { illegalTransition, noSuchAppointment, tooLate, versionConflict } from '../transition/refusals.ts';
import { allocate } from './allocate.ts';
import { releaseTime } from './allocation-queries.ts';
import { cancelExpired } from './expired-holds.ts';
import { checkOverrides, overrideFields, overridesWithin } from './overrides.ts';
import { isTooLate, mayPlace } from './policy.ts';
import { allocationOf, lookUpOffer, planVisit } from './visit.ts';

const inputSchema = z.object({
  appointment: idOf('Appointment'),
  start: z.date(),
  doctor: idOf('Doctor').nullish(),
  clinic: idOf('Clinic').nullish(),
  service: idOf('HealthcareService').nullish(),
  ...overrideFields,
  expectedVersion,
  idempotencyKey,
});

/**
 * Moves an appointment to another time, and to another doctor, clinic or service where asked; returns its uuid. The id
 * stays, and the row may move to the partition of another month.
 *
 * @throws {UserError} as for booking and for changes
 */
export async function rescheduleAppointment(context: Context, input: unknown): Promise<string> {
  const { viewer } = context;
  mayCancelOrMove(viewer);
  const { expectedVersion: version, idempotencyKey: key, ...wanted } = parseInput(inputSchema, input);
  checkOverrides(viewer, wanted);
  const target = await targetOf(context, wanted);
  if (target !== null) mayPlace(viewer, target);
  const offer = target === null ? null : await lookUpOffer(context.directory, target);

  const change = {
    appointment: wanted.appointment,
    expectedVersion: version,
    idempotencyKey: key,
    request: { rescheduleAppointment: { ...wanted, version } },
  };
  return changeAppointment(context, change, async (before, transaction, emit) => {
    if (target === null || offer === null) throw noSuchAppointment();
    if (before.status !== 'booked') throw illegalTransition(before.status);
    if (isTooLate(viewer, before, context.now)) throw tooLate('The appointment has begun: it can no longer be moved.');
    // Its doctor, clinic or service may be others than those that the directory was asked for.
    if (before.version !== target.version) throw versionConflict();
    const planned = await planVisit(transaction, target, offer, context.now);
    if (planned.schedule.id !== before.schedule_id) await releaseTime(transaction, before.id);
    const { overrides, expired } = await allocate(
      transaction,
      [allocationOf(planned, before.id, before.patient_id)],
      overridesWithin(wanted, planned.schedule),
    );
    await cancelExpired(transaction, emit, expired);
    return {
      type: 'rescheduled',
      overrides,
      values: {
        starts_at: planned.visit.start,
        ends_at: planned.visit.end,
        schedule_id: planned.schedule.id,
        doctor_id: target.doctor,
        clinic_id: target.clinic,
        service_id: target.service,
      },
    };
  });
}

type Wanted = Omit<z.output<typeof inputSchema>, 'expectedVersion' | 'idempotencyKey'>;

/** The visit as it is to be: what the input leaves out stays. Null where the viewer sees no such appointment. */
async function targetOf({ loaders }: Context, { appointment, start, doctor, clinic, service }: Wanted) {
  const current = await loaders.appointment.byId.load(appointment, stateColumns);
  return (
    current && {
      version: current.version,
      start,
      modality: current.modality,
      doctor: doctor ?? current.doctor_id,
      clinic: clinic ?? current.clinic_id,
      service: service ?? current.service_id,
    }
  );
}
