import { optional, text } from '@consulta/platform/input/fields';
import { z } from 'zod';

/** `SpecializationFilter` as the queries take it. */
export const specializationFilter = z.object({ namePrefix: optional(text(100)) });
