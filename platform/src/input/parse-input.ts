import type { z } from 'zod';
import { badUserInput } from '../graphql/errors.ts';

/**
 * Checks what GraphQL's types cannot say of an input (lengths, ranges, ids of the right type) and returns it as the
 * use case wants it.
 *
 * @param path of the value from the field's arguments; default `input`
 * @throws BAD_USER_INPUT at the first value at fault
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: readonly string[] = ['input'],
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badUserInput(issue?.message ?? 'This value is not valid.', [...path, ...(issue?.path ?? []).map(String)]);
}
