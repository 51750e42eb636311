import { type DocumentNode, GraphQLError } from 'graphql';
import { internalError, publicCodeOf } from '../graphql/errors.ts';
import { withArgumentPath } from '../graphql/input-errors.ts';
import type { Logger } from '../logger.ts';

/** What an unknown error is logged with. */
export interface OperationTrace {
  readonly requestId: string;
  readonly operation: string;
}

/** Lets errors of the closed set of codes through, explains wrong values, and masks and logs everything else. */
export function maskErrors(
  errors: readonly GraphQLError[],
  document: DocumentNode | undefined,
  trace: OperationTrace,
  logger: Logger,
): GraphQLError[] {
  return errors.map((error) => {
    const { message, path, extensions } = explained(error, document, trace, logger);
    // Locations point into the gateway's plan, a text that no client wrote.
    return new GraphQLError(message, { ...(path && { path }), extensions });
  });
}

function explained(
  error: GraphQLError,
  document: DocumentNode | undefined,
  trace: OperationTrace,
  logger: Logger,
): GraphQLError {
  // Without a path nothing ran yet: the document or a variable is at fault.
  if (error.path === undefined) return document === undefined ? error : withArgumentPath(document, error);
  if (publicCodeOf(error) !== undefined) return error;
  logger.error({ err: error.originalError ?? error, ...trace, path: error.path.join('.') }, 'a field failed');
  return internalError(trace.requestId, { path: error.path });
}
