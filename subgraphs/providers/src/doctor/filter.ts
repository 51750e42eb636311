import { idOf, languageTag, optional, text } from '@consulta/platform/input/fields';
import { z } from 'zod';
import { statusOrActive } from '../status.ts';

/** `DoctorFilter` as the queries take it. */
export const doctorFilter = z.object({
  namePrefix: optional(text(100)),
  specialization: optional(idOf('Specialization')),
  clinic: optional(idOf('Clinic')),
  city: optional(text(100)),
  language: optional(languageTag),
  status: statusOrActive,
});
