import { idempotent } from '@consulta/platform/idempotency';
import { newUuid } from '@consulta/platform/identifiers/uuid';
import { codeOf, idempotencyKey, idOf, optional, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { insertAppointment } from '../appointment/change-queries.ts';
import { appointmentChanged } from '../appointment/event.ts';
import type { Context } from '../context.ts';
import { allocate } from './allocate.ts';
import { cancelExpired } from './expired-holds.ts';
import { checkOverrides, overrideFields, overridesWithin } from './overrides.ts';
import { seesPatient } from './patient-directory.ts';
import { mayPlace, patientOf } from './policy.ts';
import { allocationOf, lookUpOffer, planVisit } from './visit.ts';

const inputSchema = z.object({
  doctor: idOf('Doctor'),
  clinic: idOf('Clinic'),
  service: idOf('HealthcareService'),
  start: z.date(),
  modality: codeOf(['in_person', 'video']),
  patient: optional(idOf('Patient')),
  reason: optional(text(2000)),
  ...overrideFields,
  idempotencyKey,
});

/**
 * Books a visit; returns the appointment's uuid. Who wins a race for a time is for the database's constraints to say.
 *
 * @throws {UserError} SLOT_TAKEN, PATIENT_BUSY, NOT_FOUND, or the rule of the schedule that does not hold
 */
export async function bookAppointment(context: Context, input: unknown): Promise<string> {
  const { viewer } = context;
  const { idempotencyKey: key, ...wanted } = parseInput(inputSchema, input);
  mayPlace(viewer, wanted);
  checkOverrides(viewer, wanted);
  const patient = patientOf(viewer, wanted.patient);
  const [offer, seen] = await Promise.all([
    lookUpOffer(context.directory, wanted),
    viewer.role === 'PATIENT' || seesPatient(context.peers, viewer, patient),
  ]);

  const request = { principal: principalOf(viewer), key, request: { bookAppointment: wanted } };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    if (!seen) throw new UserError('NOT_FOUND', 'There is no such patient.', ['patient']);
    const planned = await planVisit(transaction, wanted, offer, context.now);
    const id = newUuid();
    const { overrides, expired } = await allocate(
      transaction,
      [allocationOf(planned, id, patient)],
      overridesWithin(wanted, planned.schedule),
    );
    const booked = await insertAppointment(
      transaction,
      {
        id,
        starts_at: planned.visit.start,
        ends_at: planned.visit.end,
        schedule_id: planned.schedule.id,
        doctor_id: wanted.doctor,
        patient_id: patient,
        clinic_id: wanted.clinic,
        service_id: wanted.service,
        modality: wanted.modality,
        status: 'booked',
        reason: wanted.reason,
        created_by: accountOf(viewer),
      },
      { type: 'booked', actor: viewer, overrides },
    );
    await cancelExpired(transaction, emit, expired);
    emit(appointmentChanged('booked', null, booked));
    return id;
  });
}

export function accountOf({ account, role }: Context['viewer']): string {
  if (account === null) throw new Error(`a ${role} without an account cannot book`);
  return account;
}
