import { codeOf, countryCode, optional, text } from '@consulta/platform/input/fields';
import { z } from 'zod';

/** `ClinicFilter` as the queries take it: active clinics unless told otherwise. */
export const filterSchema = z.object({
  namePrefix: optional(text(200)),
  city: optional(text(100)),
  country: optional(countryCode),
  status: codeOf(['active', 'inactive']).nullish().transform((status) => status ?? 'active'),
});
