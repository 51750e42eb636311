import { UserError } from '../user-error.ts';

/** An entry of a payload's `userErrors`. */
export interface PayloadError<Code extends string> {
  readonly code: Code;
  readonly message: string;
  readonly field: string[] | null;
}

/**
 * Runs a use case as a mutation's resolver: its refusals become `userErrors` beside a null object, everything else
 * is thrown on.
 *
 * @param noun the payload's field for the changed object
 */
export async function payload<Noun extends string, Value, Code extends string>(
  noun: Noun,
  useCase: () => Promise<Value>,
): Promise<Record<Noun, Value | null> & { userErrors: PayloadError<Code>[] }> {
  const answer = (value: Value | null, userErrors: PayloadError<Code>[]) =>
    ({ [noun]: value, userErrors }) as Record<Noun, Value | null> & { userErrors: PayloadError<Code>[] };
  try {
    return answer(await useCase(), []);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, field } = error;
    return answer(null, [{ code: code as Code, message, field: field === null ? null : ['input', ...field] }]);
  }
}
