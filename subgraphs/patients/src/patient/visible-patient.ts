import { UserError } from '@consulta/platform/user-error';
import type { Context } from '../context.ts';

/**
 * Makes sure that the viewer may see a patient before anything is changed. Asked before the transaction begins: a
 * transaction that waits for a second connection of its pool can wait for itself.
 *
 * @param field of the input that names the patient
 * @throws {UserError} NOT_FOUND
 */
export async function visiblePatient({ loaders }: Context, patient: string, field: readonly string[]): Promise<void> {
  if ((await loaders.patient.byId.load(patient, ['id'])) === null) {
    throw new UserError('NOT_FOUND', 'There is no such patient.', field);
  }
}

/** Patients are never deleted, so a conditional change that found no row found another version. */
export function versionConflict(): UserError {
  return new UserError('VERSION_CONFLICT', 'The patient changed since you read it.', ['expectedVersion']);
}
