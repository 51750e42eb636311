import { idempotent } from '@consulta/platform/idempotency';
import { countryCode, emailAddress, idempotencyKey, phoneNumber, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { clinicChanged } from './events.ts';
import { mayCreateClinic } from './policy.ts';
import { insertClinic } from './queries.ts';

const inputSchema = z.object({
  name: text(200),
  addressLine: text(200),
  city: text(100),
  region: text(100).nullish(),
  postalCode: text(20).nullish(),
  country: countryCode,
  timeZone: z.string(),
  phone: phoneNumber.nullish(),
  email: emailAddress.nullish(),
  idempotencyKey,
});

/** Opens a clinic; returns its uuid. */
export async function createClinic({ viewer, unitOfWork }: Context, input: unknown): Promise<string> {
  mayCreateClinic(viewer);
  const { idempotencyKey: key, ...clinic } = parseInput(inputSchema, input);
  const request = { principal: principalOf(viewer), key, request: { createClinic: clinic } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const { id, version } = await insertClinic(transaction, {
      name: clinic.name,
      address_line: clinic.addressLine,
      city: clinic.city,
      region: clinic.region ?? null,
      postal_code: clinic.postalCode ?? null,
      country: clinic.country,
      time_zone: clinic.timeZone,
      phone: clinic.phone ?? null,
      email: clinic.email ?? null,
    });
    emit(clinicChanged({ id, version, time_zone: clinic.timeZone, city: clinic.city, status: 'active' }));
    return id;
  });
}
