/**
 * A use case's refusal for a reason of the domain: the slot is taken, the transition is not allowed. The one way
 * a use case says no; it becomes an entry of the payload's `userErrors`, never a GraphQL error.
 */
export class UserError<Code extends string = string> extends Error {
  override readonly name = 'UserError';
  readonly code: Code;
  /** Path of the input field at fault, outermost first; null where no single field is. */
  readonly field: readonly string[] | null;

  /**
   * @param message for people; names nobody, because it is kept with the outcome of an idempotent request
   */
  constructor(code: Code, message: string, field: readonly string[] | null = null) {
    super(message);
    this.code = code;
    this.field = field;
  }
}
