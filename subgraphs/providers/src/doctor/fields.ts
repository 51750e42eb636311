import { idOf, languageTag, text } from '@consulta/platform/input/fields';
import { z } from 'zod';

/** Most clinics or specializations that one change names. */
const mostPlaces = 50;

const distinct = (values: string[]): string[] => [...new Set(values)];

/** The languages a doctor speaks, each once, in the doctor's own order. */
export const languages = z.array(languageTag).max(20, 'More than 20 languages.').transform(distinct);

export const clinics = z.array(idOf('Clinic')).max(mostPlaces, `More than ${mostPlaces} clinics.`).transform(distinct);

export const specializations = z
  .array(idOf('Specialization'))
  .max(mostPlaces, `More than ${mostPlaces} specializations.`)
  .transform(distinct);

export const title = text(50);
export const personName = text(100);
export const biography = text(5000);
