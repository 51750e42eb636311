import { idempotent } from '@consulta/platform/idempotency';
import {
  countryCode,
  emailAddress,
  idempotencyKey,
  optional,
  phoneNumber,
  text,
} from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { clinicChanged } from './events.ts';
import { mayCreateClinic } from './policy.ts';
import { insertClinic } from './writes.ts';

const inputSchema = z.object({
  name: text(200),
  addressLine: text(200),
  city: text(100),
  region: optional(text(100)),
  postalCode: optional(text(20)),
  country: countryCode,
  timeZone: z.string(),
  phone: optional(phoneNumber),
  email: optional(emailAddress),
  idempotencyKey,
});

/** Opens a clinic; returns its uuid. */
export async function createClinic({ viewer, unitOfWork }: Context, input: unknown): Promise<string> {
  mayCreateClinic(viewer);
  const { idempotencyKey: key, ...clinic } = parseInput(inputSchema, input);
  const request = { principal: principalOf(viewer), key, request: { createClinic: clinic } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const { addressLine, postalCode, timeZone, ...same } = clinic;
    const inserted = await insertClinic(transaction, {
      ...same,
      address_line: addressLine,
      postal_code: postalCode,
      time_zone: timeZone,
    });
    emit(clinicChanged(inserted));
    return inserted.id;
  });
}
