import { emailAddress, expectedVersion, idempotencyKey, phoneNumber, text } from '@consulta/platform/input/fields';
import { violates } from '@consulta/platform/postgres/errors';
import { UserError } from '@consulta/platform/user-error';

/** What a contact is told apart and reached by; the fields that adding and updating share. */
export const contactFields = {
  name: text(200),
  relationship: text(50),
  phone: phoneNumber.nullish(),
  email: emailAddress.nullish(),
};

/** What every change of a contact takes. The version is the patient's: contacts are part of the patient. */
export const changeFields = { expectedVersion, idempotencyKey };

/**
 * Runs a write that the table refuses where it would leave nobody to reach.
 *
 * @throws {UserError} CONTACT_UNREACHABLE
 */
export async function reachable<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (!violates(error, 'patient_contact_is_reachable')) throw error;
    throw unreachable();
  }
}

function unreachable(): UserError {
  return new UserError('CONTACT_UNREACHABLE', 'A contact needs a telephone or an e-mail.', ['phone']);
}
