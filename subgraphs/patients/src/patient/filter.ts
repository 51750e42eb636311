import { codeOf, idOf, optional, text } from '@consulta/platform/input/fields';
import { z } from 'zod';

export const statuses = ['active', 'inactive'] as const;

/** `PatientFilter` as the queries take it. */
export const filterSchema = z.object({
  namePrefix: optional(text(100)),
  birthDate: optional(z.string()),
  email: optional(text(254)),
  status: optional(codeOf(statuses)),
  clinic: optional(idOf('Clinic')),
});
