import { idempotent } from '@consulta/platform/idempotency';
import { expectedVersion, idempotencyKey, idOf, integer, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { notChanged, notFound } from '../changes.ts';
import type { Context } from '../context.ts';
import { mayChange } from '../policy.ts';
import { status } from '../status.ts';
import { serviceChanged } from './events.ts';
import { modalities } from './modality.ts';
import { mayChangeServicesOf } from './policy.ts';
import { changeService } from './writes.ts';

const inputSchema = z.object({
  healthcareService: idOf('HealthcareService'),
  expectedVersion,
  name: text(200).optional(),
  description: text(2000).nullish(),
  durationMinutes: integer(5, 480).optional(),
  bufferBeforeMinutes: integer(0, 120).optional(),
  bufferAfterMinutes: integer(0, 120).optional(),
  modalities: modalities.optional(),
  status: status.optional(),
  idempotencyKey,
});

/**
 * Changes a service; returns its uuid.
 *
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function updateHealthcareService(context: Context, input: unknown): Promise<string> {
  const { viewer, unitOfWork } = context;
  const { idempotencyKey: key, ...change } = parseInput(inputSchema, input);
  const { healthcareService: id, expectedVersion: version, ...changes } = change;
  await mayChangeService(context, id);
  const request = { principal: principalOf(viewer), key, request: { updateHealthcareService: change } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, ...same } = changes;
    const changed = await changeService(transaction, id, version, {
      ...same,
      duration_minutes: durationMinutes,
      buffer_before_minutes: bufferBeforeMinutes,
      buffer_after_minutes: bufferAfterMinutes,
    });
    // It was there a moment ago and services are never deleted: only the version can be at fault.
    if (changed === undefined) throw notChanged('service', 'healthcareService', true);
    emit(serviceChanged(changed));
    return id;
  });
}

/** A service never changes its clinic, so who may change it can be told before the transaction. */
async function mayChangeService({ viewer, loaders }: Context, id: string): Promise<void> {
  const clinic = await loaders.service.clinicOf(id);
  if (clinic !== null) return mayChangeServicesOf(viewer, clinic);
  mayChange(viewer, viewer.role === 'STAFF');
  throw notFound('service', 'healthcareService');
}
