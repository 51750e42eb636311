import type { Caches } from '@consulta/platform/cache/cache';
import { type KeptClinics, keepClinics } from './clinic/kept.ts';
import { type KeptDoctors, keepDoctors } from './doctor/kept.ts';
import { type KeptServices, keepServices } from './healthcare-service/kept.ts';
import { type KeptSpecializations, keepSpecializations } from './specialization/kept.ts';

/** What is kept of the directory between requests. */
export interface Kept {
  readonly clinic: KeptClinics;
  readonly doctor: KeptDoctors;
  readonly service: KeptServices;
  readonly specialization: KeptSpecializations;
}

export function keepDirectory(caches: Caches): Kept {
  return {
    clinic: keepClinics(caches),
    doctor: keepDoctors(caches),
    service: keepServices(caches),
    specialization: keepSpecializations(caches),
  };
}
