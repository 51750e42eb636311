import { idempotent } from '@consulta/platform/idempotency';
import { emailAddress, idempotencyKey, optional, phoneNumber } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { notFound } from '../changes.ts';
import { withRefusals } from '../constraint-refusals.ts';
import type { Context } from '../context.ts';
import { doctorChanged } from './events.ts';
import { biography, clinics, languages, personName, specializations, title } from './fields.ts';
import { mayCreateDoctor } from './policy.ts';
import { doctorState } from './state.ts';
import { addClinics, addSpecializations, insertDoctor } from './writes.ts';

const inputSchema = z.object({
  title: optional(title),
  givenName: personName,
  familyName: personName,
  languages,
  biography: optional(biography),
  email: optional(emailAddress),
  phone: optional(phoneNumber),
  specializations,
  clinics,
  idempotencyKey,
});

/**
 * Adds a doctor; returns their uuid.
 *
 * @throws {UserError} NOT_FOUND where a clinic or a specialization does not exist
 */
export async function createDoctor({ viewer, unitOfWork }: Context, input: unknown): Promise<string> {
  mayCreateDoctor(viewer);
  const { idempotencyKey: key, ...doctor } = parseInput(inputSchema, input);
  const request = { principal: principalOf(viewer), key, request: { createDoctor: doctor } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const { givenName, familyName, specializations, clinics, ...same } = doctor;
    const { id } = await insertDoctor(transaction, { ...same, given_name: givenName, family_name: familyName });
    await withRefusals(addClinics(transaction, id, clinics), {
      doctor_clinic_clinic_id_fkey: notFound('clinic', 'clinics'),
    });
    await withRefusals(addSpecializations(transaction, id, specializations), {
      doctor_specialization_specialization_id_fkey: notFound('specialization', 'specializations'),
    });
    emit(doctorChanged(await doctorState(transaction, id)));
    return id;
  });
}
