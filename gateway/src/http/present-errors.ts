import type { ApolloServerPlugin } from '@apollo/server';
import { internalError, publicCodeOf } from '@consulta/platform/graphql/errors';
import { withArgumentPath } from '@consulta/platform/graphql/input-errors';
import type { Logger } from '@consulta/platform/logger';
import type { DocumentNode, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../context.ts';

/** The last look at every answer: errors have a code of the closed set or are masked; statement counts are shown. */
export function presentationPlugin(logger: Logger, exposeStatements: boolean): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, errors, document, contextValue }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          if (errors !== undefined && errors.length > 0) {
            result.errors = errors.map((error) => presentError(error, document, contextValue.requestId, logger));
          }
          // Apollo lists here what became null because its entity does not exist or may not be seen. Null says it all.
          delete result.extensions?.['valueCompletion'];
          if (exposeStatements) result.extensions = { ...result.extensions, sql: summary(contextValue) };
          if (result.extensions !== undefined && Object.keys(result.extensions).length === 0) delete result.extensions;
          response.http.headers.set('x-request-id', contextValue.requestId);
        },
      };
    },
  };
}

function presentError(
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
  const code = publicCodeOf(error);
  // Validation and variable coercion happen before any path exists.
  const atFault = error.path === undefined && (code === undefined || code !== 'INTERNAL_SERVER_ERROR');
  if (atFault && document !== undefined && error.nodes !== undefined) return withArgumentPath(document, error);
  return code === undefined ? undefined : error;
}

function summary({ statements }: GatewayContext): unknown {
  return {
    statements: statements.reduce((sum, { statement }) => sum + statement.count, 0),
    texts: statements.map(({ subgraph, statement: { sql, field, count } }) => ({ subgraph, field, count, sql })),
  };
}
