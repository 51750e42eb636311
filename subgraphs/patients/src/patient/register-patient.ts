import { idempotent } from '@consulta/platform/idempotency';
import { idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { patientRegistered } from './events.ts';
import { personFields } from './fields.ts';
import { mayRegisterPatient } from './policy.ts';
import { insertPatient, insertRegistration, isRegisteredAt, takeTurnsRegistering } from './queries.ts';

const inputSchema = z.object({ clinic: idOf('Clinic'), ...personFields, force: z.boolean(), idempotencyKey });

/**
 * Registers a patient at a clinic; returns the patient's uuid. Only the clinic's own patients are searched for a
 * duplicate: that somebody is known elsewhere is not for this clinic to learn.
 *
 * @throws {UserError} POSSIBLE_DUPLICATE
 */
export async function registerPatient({ viewer, unitOfWork }: Context, input: unknown): Promise<string> {
  const { idempotencyKey: key, clinic, force, ...person } = parseInput(inputSchema, input);
  mayRegisterPatient(viewer, clinic);
  const request = { principal: principalOf(viewer), key, request: { registerPatient: { clinic, force, person } } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const row = {
      given_name: person.givenName,
      family_name: person.familyName,
      birth_date: person.birthDate,
      gender: person.gender,
      email: person.email ?? null,
      phone: person.phone ?? null,
      address_line: person.addressLine ?? null,
      city: person.city ?? null,
      postal_code: person.postalCode ?? null,
      country: person.country ?? null,
      language: person.language,
      time_zone: person.timeZone,
    };
    if (!force) {
      await takeTurnsRegistering(transaction, clinic, row);
      if (await isRegisteredAt(transaction, clinic, row)) throw possibleDuplicate();
    }
    const patient = await insertPatient(transaction, row);
    await insertRegistration(transaction, clinic, patient.id);
    emit(patientRegistered(patient, clinic));
    return patient.id;
  });
}

function possibleDuplicate(): UserError {
  return new UserError('POSSIBLE_DUPLICATE', 'The clinic already has a patient of this name, birth date and e-mail.');
}
