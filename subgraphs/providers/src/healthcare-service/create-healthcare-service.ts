import { idempotent } from '@consulta/platform/idempotency';
import { idempotencyKey, idOf, integer, optional, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { notFound } from '../changes.ts';
import { withRefusals } from '../constraint-refusals.ts';
import type { Context } from '../context.ts';
import { serviceChanged } from './events.ts';
import { modalities } from './modality.ts';
import { mayChangeServicesOf } from './policy.ts';
import { insertService } from './writes.ts';

const inputSchema = z.object({
  clinic: idOf('Clinic'),
  specialization: idOf('Specialization'),
  name: text(200),
  description: optional(text(2000)),
  durationMinutes: integer(5, 480),
  bufferBeforeMinutes: integer(0, 120),
  bufferAfterMinutes: integer(0, 120),
  modalities,
  idempotencyKey,
});

/**
 * Offers a service at a clinic; returns its uuid.
 *
 * @throws {UserError} NOT_FOUND where there is no such clinic or specialization
 */
export async function createHealthcareService({ viewer, unitOfWork }: Context, input: unknown): Promise<string> {
  const { idempotencyKey: key, ...service } = parseInput(inputSchema, input);
  mayChangeServicesOf(viewer, service.clinic);
  const request = { principal: principalOf(viewer), key, request: { createHealthcareService: service } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const row = {
      clinic_id: service.clinic,
      specialization_id: service.specialization,
      name: service.name,
      description: service.description,
      duration_minutes: service.durationMinutes,
      buffer_before_minutes: service.bufferBeforeMinutes,
      buffer_after_minutes: service.bufferAfterMinutes,
      modalities: service.modalities,
    };
    const inserted = await withRefusals(insertService(transaction, row), {
      healthcare_service_clinic_id_fkey: notFound('clinic', 'clinic'),
      healthcare_service_specialization_id_fkey: notFound('specialization', 'specialization'),
    });
    emit(serviceChanged(inserted));
    return inserted.id;
  });
}
