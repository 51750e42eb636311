import { countryCode, optional, text } from '@consulta/platform/input/fields';
import { z } from 'zod';
import { statusOrActive } from '../status.ts';

/** `ClinicFilter` as the queries take it. */
export const clinicFilter = z.object({
  namePrefix: optional(text(200)),
  city: optional(text(100)),
  country: optional(countryCode),
  status: statusOrActive,
});
