import { idempotent } from '@consulta/platform/idempotency';
import { idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { mayChangeContacts } from '../patient/policy.ts';
import { noSuchContact, patientOfContact, touchPatient } from './change-contacts.ts';
import { changeFields, contactFields, reachable } from './fields.ts';
import { updateContactRow } from './queries.ts';

const inputSchema = z
  .object(contactFields)
  .partial()
  .extend({ patientContact: idOf('PatientContact'), ...changeFields });

/**
 * Changes a contact; returns the contact's uuid.
 *
 * @throws {UserError} NOT_FOUND, VERSION_CONFLICT or CONTACT_UNREACHABLE
 */
export async function updateContact(context: Context, input: unknown): Promise<string> {
  const {
    patientContact: contact,
    expectedVersion: version,
    idempotencyKey: key,
    ...changes
  } = parseInput(inputSchema, input);
  mayChangeContacts(context.viewer);
  const patient = await patientOfContact(context, contact);
  const request = { updatePatientContact: { contact, version, changes } };
  return idempotent(
    context.unitOfWork,
    { principal: principalOf(context.viewer), key, request },
    async (transaction, emit) => {
      // Refused in here: a repetition gets the first outcome, also where the contact is gone since.
      if (patient === null) throw noSuchContact();
      await touchPatient(transaction, emit, patient, version);
      const updated = await reachable(updateContactRow(transaction, contact, changes));
      if (updated === undefined) throw noSuchContact();
      return updated.id;
    },
  );
}
