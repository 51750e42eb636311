import { idempotent } from '@consulta/platform/idempotency';
import { idempotencyKey, idOf, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { attachments } from '../attachment/input.ts';
import { insertAttachments } from '../attachment/queries.ts';
import type { Context } from '../context.ts';
import { addVersion } from './add-version.ts';
import { lengths } from './create-medical-record.ts';
import { recordAmended } from './events.ts';
import { asDoctor } from './policy.ts';

const inputSchema = z
  .object({
    medicalRecord: idOf('MedicalRecord'),
    expectedVersion: z.int().positive('Versions begin at 1.'),
    reason: text(lengths.reason),
    note: text(lengths.note).nullish(),
    diagnosis: text(lengths.diagnosis).nullish(),
    prescription: text(lengths.prescription).nullish(),
    attachments,
    idempotencyKey,
  })
  .refine(
    ({ note, diagnosis, prescription, attachments: files }) =>
      [note, diagnosis, prescription].some((text) => text !== undefined) || files.length > 0,
    'An amendment changes a text or adds an attachment.',
  );

/**
 * Adds a version to a record that the viewer wrote or whose patient they treat; returns its uuid. What was said before
 * stays: a version is never overwritten.
 *
 * @throws {UserError} NOT_FOUND, VERSION_CONFLICT or ENTERED_IN_ERROR
 */
export async function amendMedicalRecord(context: Context, input: unknown): Promise<string> {
  const author = asDoctor(context.viewer);
  const { idempotencyKey: key, ...amendment } = parseInput(inputSchema, input);
  const { medicalRecord: id, expectedVersion, reason, attachments: files, ...texts } = amendment;
  // What a doctor sees is what they wrote and what is about their patients: exactly what they may amend.
  const record = await context.loaders.medicalRecord.byId.load(id, ['id', 'patient_id', 'recorded_at']);
  if (record === null) throw new UserError('NOT_FOUND', 'There is no such medical record.', ['medicalRecord']);

  const request = { principal: principalOf(context.viewer), key, request: { amendMedicalRecord: amendment } };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    const change = { expectedVersion, status: 'current', reason, texts, author } as const;
    const amended = await addVersion(transaction, record, change);
    if (files.length > 0) await insertAttachments(transaction, amended.id, amended.version, files);
    emit(recordAmended(amended));
    return amended.id;
  });
}
