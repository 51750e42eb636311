import type { ErrorCode } from '@consulta/platform/graphql/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Session } from '../auth/viewer.ts';
import { presentFailure } from '../http/present-errors.ts';
import { createEventStream } from './event-stream.ts';
import { isAllowedOrigin } from './origin.ts';
import type { ProtocolDependencies } from './protocol.ts';

const object = z.record(z.string(), z.unknown());
const paramsSchema = z.object({
  query: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: object.nullish(),
  extensions: object.nullish(),
});
/** Objects come as JSON in the parameters of a GET. */
const searchSchema = z.object({
  query: z.string().optional(),
  operationName: z.string().optional(),
  variables: z.string().optional(),
  extensions: z.string().optional(),
});

export interface SseDependencies extends ProtocolDependencies {
  readonly allowedOrigins: readonly string[];
}

/** `GET` and `POST /graphql/stream`: any operation, answered by server-sent events; for who cannot have a WebSocket. */
export function addSseRoute(server: FastifyInstance, dependencies: SseDependencies): void {
  const { sessions, connections, allowedOrigins, logger } = dependencies;
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    // By itself it would answer HEAD as it does GET, and open a stream that nobody reads.
    exposeHeadRoute: false,
    async handler(request, reply) {
      const { headers } = request;
      if (!(headers.accept ?? '*/*').includes('text/event-stream')) throw refusal(406, 'Accept text/event-stream.');
      if (!isAllowedOrigin(headers, allowedOrigins)) throw refusal(403, 'Pages of this origin may not connect.');
      const params = paramsOf(request);
      if (params === undefined) throw refusal(400, 'Send query, operationName, variables and extensions.');
      if (!connections.isOpen()) throw refusal(503, 'Connect to another process.', 'SERVICE_UNAVAILABLE');
      const session = await sessions.open(headers.authorization);
      if (!connections.claim(session.account)) throw refusal(429, 'Too many connections of this account.');
      reply.hijack();
      await stream(request, reply, session, params, dependencies);
    },
    errorHandler(error, request, reply) {
      // A body that is no JSON, and what is nobody's to foresee, is answered as at any other address.
      if (!(error instanceof GraphQLError)) throw error;
      const status = (error.extensions['http'] as { readonly status?: number } | undefined)?.status ?? 400;
      if (status === 401) reply.header('www-authenticate', 'Bearer');
      return reply.code(status).send({ errors: [presentFailure(error, request.id, logger)] });
    },
  });
}

async function stream(
  request: FastifyRequest,
  { raw }: FastifyReply,
  session: Session,
  params: z.infer<typeof paramsSchema>,
  { connections, admit, hub, logger, writing, contextOf }: SseDependencies,
): Promise<void> {
  let stop: (() => void) | undefined;
  const events = createEventStream(raw, session, writing);
  connections.add(events, 'sse');
  raw.on('close', () => {
    stop?.();
    connections.release(session.account);
    connections.remove(events, 'sse');
  });
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Of nginx: what is written is passed on at once.
    'x-accel-buffering': 'no',
    'x-request-id': request.id,
  });
  raw.flushHeaders();
  try {
    const context = await contextOf(session.account, request.id);
    const admission = await admit(params, context, request.method === 'GET');
    if ('errors' in admission) return events.complete(admission.errors);
    if ('answer' in admission) {
      events.next(JSON.stringify(admission.answer));
      return events.complete([]);
    }
    const subscribed = await hub.subscribe(admission.subscription, context, events.member());
    if (typeof subscribed !== 'function') return events.complete(subscribed.errors);
    if (raw.destroyed || raw.writableEnded) subscribed();
    else stop = subscribed;
  } catch (error) {
    events.complete([presentFailure(error, request.id, logger)]);
  } finally {
    events.isAnswering = false;
  }
}

function paramsOf({ method, body, query }: FastifyRequest): z.infer<typeof paramsSchema> | undefined {
  if (method === 'POST') return paramsSchema.safeParse(body).data;
  const search = searchSchema.safeParse(query).data;
  if (search === undefined) return undefined;
  try {
    const read = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));
    const [variables, extensions] = [read(search.variables), read(search.extensions)];
    return paramsSchema.safeParse({ ...search, variables, extensions }).data;
  } catch {
    return undefined;
  }
}

/** An answer instead of a stream. */
function refusal(status: number, message: string, code: ErrorCode = 'BAD_USER_INPUT'): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
