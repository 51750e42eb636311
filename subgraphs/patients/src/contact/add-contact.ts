import { idempotent } from '@consulta/platform/idempotency';
import { idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { mayChangeContacts } from '../patient/policy.ts';
import { visiblePatient } from '../patient/visible-patient.ts';
import { touchPatient } from './change-contacts.ts';
import { changeFields, contactFields, reachable } from './fields.ts';
import { insertContact } from './queries.ts';

const inputSchema = z.object({ patient: idOf('Patient'), ...contactFields, ...changeFields });

/**
 * Adds somebody to call for a patient; returns the contact's uuid.
 *
 * @throws {UserError} NOT_FOUND, VERSION_CONFLICT or CONTACT_UNREACHABLE
 */
export async function addContact(context: Context, input: unknown): Promise<string> {
  const { patient, expectedVersion: version, idempotencyKey: key, ...contact } = parseInput(inputSchema, input);
  mayChangeContacts(context.viewer);
  await visiblePatient(context, patient, ['patient']);
  const request = { addPatientContact: { patient, version, contact } };
  return idempotent(
    context.unitOfWork,
    { principal: principalOf(context.viewer), key, request },
    async (transaction, emit) => {
      await touchPatient(transaction, emit, patient, version);
      const { phone = null, email = null, ...named } = contact;
      const { id } = await reachable(insertContact(transaction, { patient_id: patient, ...named, phone, email }));
      return id;
    },
  );
}
