import type { Viewer } from '@consulta/platform/viewer/viewer';
import { z } from 'zod';
import type { Overrides } from './allocate.ts';
import { mayOverrule } from './policy.ts';

/** The fields of an input by which staff overrule rules of booking. */
export const overrideFields = {
  overbook: z.boolean(),
  overridePatientConflict: z.boolean(),
};

export interface WantedOverrides {
  readonly overbook: boolean;
  readonly overridePatientConflict: boolean;
}

/** Refused before anything is looked at, so that nobody learns from it. */
export function checkOverrides(viewer: Viewer, { overbook, overridePatientConflict }: WantedOverrides): void {
  if (overbook || overridePatientConflict) mayOverrule(viewer);
}

/** Overbooking goes as far as the schedule permits. */
export function overridesWithin(
  { overbook, overridePatientConflict }: WantedOverrides,
  { max_overbooking }: { readonly max_overbooking: number },
): Overrides {
  return { overbookUpTo: overbook ? max_overbooking : 0, patientConflict: overridePatientConflict };
}
