import { type FastifyInstance, fastify } from 'fastify';
import { viewerHeader } from '../hop/signature.ts';
import type { Metrics } from '../metrics.ts';
import { addHealthRoutes, type Health, type ReadinessCheck } from '../service/health.ts';
import type { Subgraph } from './subgraph.ts';

/** Entity fetches carry up to 100 edges of several levels; client requests are limited at the gateway. */
const bodyLimit = 4 * 1024 * 1024;

/** Serves a subgraph at `POST /graphql`, beside its probes and metrics. */
export function createSubgraphServer(
  subgraph: Subgraph,
  probes: { health: Health; metrics: Metrics; checks: Readonly<Record<string, ReadinessCheck>> },
): FastifyInstance {
  const server = fastify({ bodyLimit, forceCloseConnections: 'idle' });
  addHealthRoutes(server, probes);
  // The signature covers the exact bytes, so they are kept as text and parsed once, after verification.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.post<{ Body: string }>('/graphql', async (request, reply) => {
    const header = request.headers[viewerHeader];
    const answer = await subgraph.execute(typeof header === 'string' ? header : undefined, request.body);
    if ('refused' in answer) {
      return reply.code(answer.refused === 'malformed body' ? 400 : 401).send({ error: answer.refused });
    }
    return reply.send(answer);
  });
  return server;
}
