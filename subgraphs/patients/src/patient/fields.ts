import { codeOf, countryCode, emailAddress, languageTag, phoneNumber, text } from '@consulta/platform/input/fields';
import { z } from 'zod';

/** Somebody registered right after midnight east of here was born today, wherever the server stands. */
const birthDate = z
  .string()
  .refine(
    (date) => date <= Temporal.Now.plainDateISO('Pacific/Kiritimati').toString(),
    'This day of birth is in the future.',
  );

/** What a person is told apart and reached by; the fields that registering and updating share. */
export const personFields = {
  givenName: text(100),
  familyName: text(100),
  birthDate,
  gender: codeOf(['male', 'female', 'other', 'unknown']),
  email: emailAddress.nullish(),
  phone: phoneNumber.nullish(),
  addressLine: text(200).nullish(),
  city: text(100).nullish(),
  postalCode: text(20).nullish(),
  country: countryCode.nullish(),
  language: languageTag,
  timeZone: z.string(),
};
