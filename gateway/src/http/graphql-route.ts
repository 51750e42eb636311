import type { ApolloServer } from '@apollo/server';
import type { Metrics } from '@consulta/platform/metrics';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../context.ts';
import { answerOf, type GraphqlAnswer, sendAnswer } from './graphql-answer.ts';
import { createInFlight } from './in-flight.ts';

/**
 * `GET` and `POST /graphql`. Visitors who ask for the same at the same time, by the same GET without an account, are
 * answered by one execution: a doctor in the news costs what one visitor costs.
 */
export function addGraphqlRoute(
  server: FastifyInstance,
  apollo: ApolloServer<GatewayContext>,
  contextOf: (request: FastifyRequest) => Promise<GatewayContext>,
  metrics: Metrics,
): void {
  const inFlight = createInFlight<GraphqlAnswer>(
    ({ isShareable }) => isShareable,
    () => metrics.coalescedRequests.inc(),
  );
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    async handler(request, reply) {
      const execute = () => answerOf(apollo, request, () => contextOf(request));
      const key = keyOf(request);
      return sendAnswer(request, reply, await (key === undefined ? execute() : inFlight.run(key, execute)));
    },
  });
}

/** All that an answer to a visitor can depend on; undefined where it may depend on more. */
function keyOf({ method, url, headers }: FastifyRequest): string | undefined {
  if (method !== 'GET' || headers.authorization !== undefined || headers.cookie !== undefined) return undefined;
  const { accept = '', 'content-type': contentType = '' } = headers;
  // Apollo Server asks for one of them, whatever it says.
  const isPreflighted = Boolean(headers['x-apollo-operation-name'] ?? headers['apollo-require-preflight']);
  return `${isPreflighted}\n${accept}\n${contentType}\n${url}`;
}
