import { GraphQLError } from 'graphql';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { internalError, serviceUnavailable } from '../graphql/errors.ts';
import type { Subgraph } from '../subgraph/subgraph.ts';
import { viewerHeader } from './signature.ts';

/** One answer of a subgraph, as the gateway's executor takes it. */
export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** Carries signed bytes to one subgraph and brings its answer back before the deadline. */
export interface Transport {
  send(message: { signature: string; body: string; deadline: number; requestId: string }): Promise<SubgraphAnswer>;
  close(): Promise<void>;
}

/** The subgraph runs in this process: no socket, the same signature and the same policies. */
export function localTransport(subgraph: Subgraph): Transport {
  return {
    async send({ signature, body, deadline, requestId }) {
      const answer = await beforeDeadline(subgraph.execute(signature, body), deadline);
      if ('refused' in answer) throw internalError(requestId);
      return answer;
    },
    close: async () => undefined,
  };
}

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

/**
 * The subgraph answers over HTTP/1.1 on a bounded pool of kept-alive sockets.
 *
 * @param url of the subgraph's GraphQL endpoint
 * @param connections most sockets to it from this process
 */
export function remoteTransport(name: string, url: string, connections = 64): Transport {
  const agent = new Agent({ connections, pipelining: 1, keepAliveTimeout: 30_000 });
  return {
    async send({ signature, body, deadline }) {
      const patience = deadline - Date.now();
      if (patience <= 0) throw timeout();
      try {
        const response = await request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', [viewerHeader]: signature },
          body,
          dispatcher: agent,
          signal: AbortSignal.timeout(patience),
        });
        if (response.statusCode !== 200) {
          await response.body.dump();
          throw unavailable(name);
        }
        const { errors, ...answer } = answerSchema.parse(await response.body.json());
        return { ...answer, errors: errors?.map(({ message, ...options }) => new GraphQLError(message, options)) };
      } catch (error) {
        if (error instanceof GraphQLError) throw error;
        throw error instanceof Error && error.name === 'TimeoutError' ? timeout() : unavailable(name);
      }
    },
    close: () => agent.close(),
  };
}

async function beforeDeadline<T>(work: Promise<T>, deadline: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(timeout()), deadline - Date.now());
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function timeout(): GraphQLError {
  return new GraphQLError('This took too long.', { extensions: { code: 'TIMEOUT' } });
}

/** What a client sees where a subgraph does not answer. */
export function unavailable(name: string): GraphQLError {
  return serviceUnavailable(`The ${name} service does not answer.`);
}
