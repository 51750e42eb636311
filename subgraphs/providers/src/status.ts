import { codeOf } from '@consulta/platform/input/fields';

/** Whether an entry of the directory is in use. */
export const status = codeOf(['active', 'inactive']);

/** A list shows what is in use unless told otherwise. */
export const statusOrActive = status.nullish().transform((value) => value ?? 'active');
