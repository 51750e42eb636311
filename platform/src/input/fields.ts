import { z } from 'zod';
import { type NodeType, parseGlobalId } from '../identifiers/global-id.ts';

/** A global id of one type, as the uuid inside it. */
export function idOf(type: NodeType) {
  return z.string().transform((id, context) => {
    const parsed = parseGlobalId(id);
    if (parsed?.type === type) return parsed.uuid;
    context.addIssue({ code: 'custom', message: `This is not the id of a ${type}.` });
    return z.NEVER;
  });
}

/** Text of 1 to `max` characters, without white space around it. */
export function text(max: number) {
  return z.string().trim().min(1, 'This text is empty.').max(max, `This text is longer than ${max} characters.`);
}

/** A whole number between two bounds, both included. */
export function integer(min: number, max: number) {
  return z.int().min(min, `This number is less than ${min}.`).max(max, `This number is greater than ${max}.`);
}

/** An e-mail address of at most 254 characters (RFC 5321). */
export const emailAddress = z.email('This is not an e-mail address.').max(254, 'This e-mail address is too long.');

/** A telephone number as E.164, such as +34911234567. */
export const phoneNumber = z.e164('This is not a telephone number in international form, such as +34911234567.');

/** A language tag (BCP 47), such as `es` or `en-GB`, in its canonical spelling. */
export const languageTag = z
  .string()
  .max(35, 'This language tag is longer than 35 characters.')
  .transform((tag, context) => {
    try {
      return new Intl.Locale(tag).toString();
    } catch {
      context.addIssue({ code: 'custom', message: 'This is not a language tag, such as es or en-GB.' });
      return z.NEVER;
    }
  });

/** An ISO 3166-1 alpha-2 country code. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'This is not a two-letter country code, such as ES.');

/** One of a closed set of codes: clients write the enum value `IN_PERSON`, tables keep the code `in_person`. */
export function codeOf<const Code extends string>(codes: readonly Code[]) {
  return z.string().toLowerCase().pipe(z.enum(codes));
}

/** A value that may be left out; null then. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}

/** Makes a mutation safe to repeat. */
export const idempotencyKey = optional(text(255));

/** Refuses the change where the object has moved on from the version the client read. */
export const expectedVersion = optional(z.int().positive());
