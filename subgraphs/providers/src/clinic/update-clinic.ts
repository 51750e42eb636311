import { idempotent } from '@consulta/platform/idempotency';
import {
  emailAddress,
  expectedVersion,
  idempotencyKey,
  idOf,
  phoneNumber,
  text,
} from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { notChanged } from '../changes.ts';
import type { Context } from '../context.ts';
import { status } from '../status.ts';
import { clinicChanged } from './events.ts';
import { mayUpdateClinic } from './policy.ts';
import { changeClinic, clinicExists } from './writes.ts';

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
  status: status.optional(),
  idempotencyKey,
});

/**
 * Changes a clinic; returns its uuid. The zone stays: appointments were promised in it.
 *
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function updateClinic({ viewer, unitOfWork }: Context, input: unknown): Promise<string> {
  const { idempotencyKey: key, ...change } = parseInput(inputSchema, input);
  mayUpdateClinic(viewer, change.clinic);
  const request = { principal: principalOf(viewer), key, request: { updateClinic: change } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const { clinic: id, expectedVersion: version, addressLine, postalCode, ...same } = change;
    const changes = { ...same, address_line: addressLine, postal_code: postalCode };
    const changed = await changeClinic(transaction, id, version, changes);
    if (changed === undefined) throw notChanged('clinic', 'clinic', await clinicExists(transaction, id));
    emit(clinicChanged(changed));
    return id;
  });
}
