import { idempotent } from '@consulta/platform/idempotency';
import { codeOf, emailAddress, expectedVersion, idempotencyKey, idOf, phoneNumber, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { clinicChanged } from './events.ts';
import { mayUpdateClinic } from './policy.ts';
import { updateClinicRow } from './queries.ts';

const inputSchema = z.object({
  clinic: idOf('Clinic'),
  expectedVersion,
  name: text(200).optional(),
  addressLine: text(200).optional(),
  city: text(100).optional(),
  region: text(100).nullish(),
  postalCode: text(20).nullish(),
  phone: phoneNumber.nullish(),
  email: emailAddress.nullish(),
  status: codeOf(['active', 'inactive']).optional(),
  idempotencyKey,
});

/**
 * Changes a clinic; returns its uuid. The zone stays: appointments were promised in it.
 *
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function updateClinic(context: Context, input: unknown): Promise<string> {
  const { clinic, expectedVersion: version, idempotencyKey: key, ...changes } = parseInput(inputSchema, input);
  mayUpdateClinic(context.viewer, clinic);
  const request = { principal: principalOf(context.viewer), key, request: { updateClinic: { clinic, version, changes } } };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    const { addressLine, postalCode, ...same } = changes;
    const updated = await updateClinicRow(transaction, clinic, version, {
      ...same,
      ...(addressLine !== undefined && { address_line: addressLine }),
      ...(postalCode !== undefined && { postal_code: postalCode }),
    });
    if (updated === undefined) throw await whyNotUpdated(context, clinic);
    emit(clinicChanged(updated));
    return updated.id;
  });
}

async function whyNotUpdated({ loaders }: Context, clinic: string): Promise<UserError> {
  return (await loaders.clinic.byId.load(clinic, ['id'])) === null
    ? new UserError('NOT_FOUND', 'There is no such clinic.', ['clinic'])
    : new UserError('VERSION_CONFLICT', 'The clinic changed since you read it.', ['expectedVersion']);
}
