import type { ApolloServerPlugin } from '@apollo/server';
import { type ErrorCode, internalError, publicCodeOf } from '@consulta/platform/graphql/errors';
import { withArgumentPath } from '@consulta/platform/graphql/input-errors';
import type { Logger } from '@consulta/platform/logger';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../context.ts';

/** The last look at every answer: errors have a code of the closed set or are masked; statement counts are shown. */
export function presentationPlugin(logger: Logger, exposeStatements: boolean): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, errors = [], document, contextValue }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          if (errors.length > 0) {
            const shown = errors.map((error) => presentError(error, document, contextValue.requestId, logger));
            result.errors = shown;
            // Apollo answers 500 to whatever a plugin refuses before execution.
            if (response.http.status === 500 && !shown.some(isOurFault)) response.http.status = 400;
          }
          // Apollo lists what became null because its entity does not exist or may not be seen. Null says it all.
          delete result.extensions;
          if (exposeStatements) result.extensions = { sql: summary(contextValue) };
        },
      };
    },
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      logger.error({ err: error, requestId: requestContext.contextValue.requestId }, 'an operation failed');
    },
  };
}

/** Gives Apollo's refusals of what is no operation at all (a body without a query, a form's POST) a code of the set. */
export function closeCodes(error: GraphQLFormattedError): GraphQLFormattedError {
  const code = codeOf(error) ?? 'INTERNAL_SERVER_ERROR';
  return { ...error, extensions: { ...error.extensions, code } };
}

/** Logs an error that no client may see, and gives what they see instead. Others pass. */
export function maskUnknown(error: unknown, requestId: string, logger: Logger): unknown {
  if (error instanceof GraphQLError && codeOf(error) !== undefined) return error;
  logger.error({ err: error, requestId }, 'an operation failed');
  return internalError(requestId);
}

/** Any failure as a client may see it, outside of an operation's answer. */
export function presentFailure(error: unknown, requestId: string, logger: Logger): GraphQLFormattedError {
  const shown = maskUnknown(error, requestId, logger);
  return presentError(shown instanceof GraphQLError ? shown : internalError(requestId), undefined, requestId, logger);
}

function codeOf(error: Pick<GraphQLFormattedError, 'extensions'>): ErrorCode | undefined {
  const { code, http } = (error.extensions ?? {}) as { code?: unknown; http?: { status?: number } };
  // A hash that is not of the text beside it has only a status.
  const isRefusal = code === undefined ? http?.status === 400 : refusals.includes(code);
  return isRefusal ? 'BAD_USER_INPUT' : publicCodeOf(error);
}

/** Apollo Server's own codes of what it does not take. Clients know the two of hashes by their messages. */
const refusals: readonly unknown[] = ['BAD_REQUEST', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED'];

function isOurFault({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'INTERNAL_SERVER_ERROR';
}

/** An error as a client may see it; what it may not see is logged instead. */
export function presentError(
  error: GraphQLError,
  document: DocumentNode | undefined,
  requestId: string,
  logger: Logger,
): GraphQLFormattedError {
  const known = knownError(error, document);
  if (known === undefined) logger.error({ err: error.originalError ?? error, requestId }, 'an operation failed');
  const shown =
    known ?? internalError(requestId, { ...(error.path && { path: error.path }), nodes: error.nodes ?? null });
  // Which service failed and where is for the log, not for clients.
  const { serviceName: _service, stacktrace: _stack, http: _http, ...extensions } = shown.extensions;
  return { ...shown.toJSON(), extensions };
}

function knownError(error: GraphQLError, document: DocumentNode | undefined): GraphQLError | undefined {
  const code = codeOf(error);
  // Validation and variable coercion happen before any path exists.
  const atFault = error.path === undefined && code !== 'INTERNAL_SERVER_ERROR';
  if (atFault && document !== undefined && error.nodes !== undefined) return withArgumentPath(document, error);
  if (code === undefined) return undefined;
  // What the parser's own recursion cannot take is no syntax error by its message.
  if (code === 'GRAPHQL_PARSE_FAILED' && error.locations === undefined) return tooDeep;
  return code === publicCodeOf(error) ? error : new GraphQLError(error.message, { extensions: { code } });
}

const tooDeep = new GraphQLError('Syntax Error: The document is nested too deeply.', {
  extensions: { code: 'GRAPHQL_PARSE_FAILED' satisfies ErrorCode },
});

function summary({ statements }: GatewayContext): unknown {
  return {
    statements: statements.reduce((sum, { statement }) => sum + statement.count, 0),
    texts: statements.map(({ subgraph, statement: { sql, field, count } }) => ({ subgraph, field, count, sql })),
  };
}
