import { idempotent } from '@consulta/platform/idempotency';
import { idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { mayChangeContacts } from '../patient/policy.ts';
import { noSuchContact, patientOfContact, touchPatient } from './change-contacts.ts';
import { changeFields } from './fields.ts';
import { deleteContact } from './queries.ts';

const inputSchema = z.object({ patientContact: idOf('PatientContact'), ...changeFields });

/**
 * Removes a contact; returns the patient's uuid.
 *
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function removeContact(context: Context, input: unknown): Promise<string> {
  const { patientContact: contact, expectedVersion: version, idempotencyKey: key } = parseInput(inputSchema, input);
  mayChangeContacts(context.viewer);
  const patient = await patientOfContact(context, contact);
  const request = { removePatientContact: { contact, version } };
  return idempotent(
    context.unitOfWork,
    { principal: principalOf(context.viewer), key, request },
    async (transaction, emit) => {
      // Refused in here: a repetition gets the first outcome, also where the contact is gone since.
      if (patient === null) throw noSuchContact();
      await touchPatient(transaction, emit, patient, version);
      if ((await deleteContact(transaction, contact)) === undefined) throw noSuchContact();
      return patient;
    },
  );
}
