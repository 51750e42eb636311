import { codeOf, idempotencyKey, idOf, optional } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { z } from 'zod';
import { placeVisit } from '../booking/place-visit.ts';
import type { Context } from '../context.ts';
import { mostHolds } from './policy.ts';

const inputSchema = z.object({
  doctor: idOf('Doctor'),
  clinic: idOf('Clinic'),
  service: idOf('HealthcareService'),
  start: z.date(),
  modality: codeOf(['in_person', 'video']),
  patient: optional(idOf('Patient')),
  idempotencyKey,
});

/**
 * Holds a time while its visit is being decided on; returns the uuid that hold and appointment share.
 *
 * @throws {UserError} as `placeVisit` does
 */
export async function holdSlot(context: Context, input: unknown): Promise<string> {
  const { idempotencyKey: key, ...wanted } = parseInput(inputSchema, input);
  return placeVisit(context, {
    ...wanted,
    reason: null,
    overbook: false,
    overridePatientConflict: false,
    hold: { minutes: context.holdMinutes, most: mostHolds(context.viewer) },
    idempotencyKey: key,
    request: { holdSlot: wanted },
  });
}
