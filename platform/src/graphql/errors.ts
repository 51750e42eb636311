import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** The closed set of `extensions.code` values. Business outcomes are not here: they are `userErrors`. */
export const errorCodes = [
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CURSOR_EXPIRED',
  'TIMEOUT',
  'SERVICE_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

function coded(code: ErrorCode, message: string, details: Record<string, unknown> = {}, options?: GraphQLErrorOptions) {
  return new GraphQLError(message, { ...options, extensions: { code, ...details } });
}

/**
 * The request carries a value that can never be right: a malformed id, a reversed range, a text too long.
 *
 * @param argument path of the value from the field's arguments, as in `['input', 'start']`
 */
export function badUserInput(message: string, argument: readonly (string | number)[]): GraphQLError {
  return coded('BAD_USER_INPUT', message, { argument: argument.join('.') });
}

/** The field needs a signed-in viewer. */
export function unauthenticated(): GraphQLError {
  return coded('UNAUTHENTICATED', 'Sign in to do this.');
}

/** The viewer is known and may not do this. Reading never throws it: what may not be seen is null. */
export function forbidden(): GraphQLError {
  return coded('FORBIDDEN', 'Your account may not do this.');
}

/** What was missed since the cursor is no longer kept: whoever follows reads anew and goes on from there. */
export function cursorExpired(): GraphQLError {
  return coded('CURSOR_EXPIRED', 'What happened since this cursor is no longer kept: read anew and subscribe again.');
}

/** Something this answer depends on does not answer. The same request may well succeed later. */
export function serviceUnavailable(message: string): GraphQLError {
  return coded('SERVICE_UNAVAILABLE', message);
}

/** What a client sees of any failure it did not cause; the id finds the log line. */
export function internalError(requestId: string, options?: GraphQLErrorOptions): GraphQLError {
  return coded('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.', { requestId }, options);
}

/** The code of an error that a client may see, or undefined where it must be masked. */
export function publicCodeOf(error: {
  readonly extensions?: Readonly<Record<string, unknown>>;
}): ErrorCode | undefined {
  const code = error.extensions?.['code'];
  return errorCodes.find((known) => known === code);
}
