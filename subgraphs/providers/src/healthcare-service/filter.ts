import { idOf, optional, text } from '@consulta/platform/input/fields';
import { z } from 'zod';
import { statusOrActive } from '../status.ts';
import { modality } from './modality.ts';

/** `HealthcareServiceFilter` as the queries take it. */
export const serviceFilter = z.object({
  namePrefix: optional(text(200)),
  clinic: optional(idOf('Clinic')),
  specialization: optional(idOf('Specialization')),
  modality: optional(modality),
  status: statusOrActive,
});
