import type { Emit } from '@consulta/platform/unit-of-work';
import { UserError } from '@consulta/platform/user-error';
import type { Transaction } from 'kysely';
import type { Context } from '../context.ts';
import type { Database } from '../generated/database.ts';
import { patientChanged } from '../patient/events.ts';
import { updatePatientRow } from '../patient/queries.ts';
import { versionConflict } from '../patient/visible-patient.ts';

/** The patient of a contact, or null where there is no such contact that the viewer may see. */
export async function patientOfContact({ loaders }: Context, contact: string): Promise<string | null> {
  return (await loaders.contact.byId.load(contact, ['id', 'patient_id']))?.patient_id ?? null;
}

/**
 * Moves the patient to the next version, first of all: the row's lock makes changes of one patient's contacts take
 * turns.
 *
 * @throws {UserError} VERSION_CONFLICT
 */
export async function touchPatient(
  transaction: Transaction<Database>,
  emit: Emit,
  patient: string,
  version: number | null,
): Promise<void> {
  const updated = await updatePatientRow(transaction, patient, version);
  if (updated === undefined) throw versionConflict();
  emit(patientChanged(updated));
}

export function noSuchContact(): UserError {
  return new UserError('NOT_FOUND', 'There is no such contact.', ['patientContact']);
}
