import { forbidden } from '@consulta/platform/graphql/errors';
import { idempotent } from '@consulta/platform/idempotency';
import { expectedVersion, idempotencyKey, idOf, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { addVersion } from './add-version.ts';
import { lengths } from './create-medical-record.ts';
import { recordEnteredInError } from './events.ts';
import { asDoctorOrAdmin } from './policy.ts';

const inputSchema = z.object({
  medicalRecord: idOf('MedicalRecord'),
  expectedVersion,
  reason: text(lengths.reason),
  idempotencyKey,
});

/**
 * Marks a record as one that should never have been written; returns its uuid. It stays readable, with a last version
 * that says why and by whom.
 *
 * @throws {UserError} NOT_FOUND, VERSION_CONFLICT or ENTERED_IN_ERROR
 */
export async function markEnteredInError(context: Context, input: unknown): Promise<string> {
  const author = asDoctorOrAdmin(context.viewer);
  const { idempotencyKey: key, ...mark } = parseInput(inputSchema, input);
  const columns = ['id', 'patient_id', 'doctor_id', 'recorded_at'] as const;
  const record = await context.loaders.medicalRecord.byId.load(mark.medicalRecord, columns);
  if (record === null) throw new UserError('NOT_FOUND', 'There is no such medical record.', ['medicalRecord']);
  if (author.doctor !== null && author.doctor !== record.doctor_id) throw forbidden();

  const request = { principal: principalOf(context.viewer), key, request: { markEnteredInError: mark } };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    const { expectedVersion, reason } = mark;
    const change = { expectedVersion, status: 'entered_in_error', reason, texts: {}, author } as const;
    const marked = await addVersion(transaction, record, change);
    emit(recordEnteredInError(marked));
    return marked.id;
  });
}
