import { GraphQLError } from 'graphql';
import type { AnswerPath } from './response-path.ts';

/** An error of a subgraph as one of the client's answer. Which subgraph is for the log. */
export function subgraphError(error: GraphQLError, serviceName: string, path: AnswerPath | undefined): GraphQLError {
  const message = error.message || `The ${serviceName} subgraph failed and does not say why.`;
  return new GraphQLError(message, {
    originalError: error,
    path,
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName },
  });
}
