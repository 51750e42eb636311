import { codeOf } from '@consulta/platform/input/fields';
import { z } from 'zod';

/** How doctor and patient meet. */
export const modality = codeOf(['in_person', 'video']);

/** The ways a service can take place, each once. */
export const modalities = z
  .array(modality)
  .min(1, 'A service takes place in at least one way.')
  .transform((codes) => [...new Set(codes)].sort());
