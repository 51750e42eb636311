import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { createExecutor } from '../graphql/executor.ts';
import type { HopSigner, Rejection } from '../hop/signature.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { countStatements, repeatedStatements, type StatementLog } from '../postgres/statements.ts';
import { streamEventSchema } from '../stream/stream-event.ts';
import type { RequestContext } from './context.ts';
import { maskErrors } from './mask-errors.ts';
import { attributeStatements, type ResolverMap } from './resolvers.ts';

/** What a subgraph is made of. */
export interface SubgraphDefinition {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly resolvers: ResolverMap;
  /** Adds loaders and the like to what every request has; called once a request. */
  readonly createContext: (request: RequestContext) => RequestContext;
  /** Writes what is still held in memory. */
  readonly close?: () => Promise<void>;
}

export interface SubgraphRuntime {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly signer: HopSigner;
  /** Adds what an operation sent to PostgreSQL to `extensions.statements`; never in production. */
  readonly exposeStatements: boolean;
  /** Most times one statement text may run in one operation before it is reported as an N+1. Default 5. */
  readonly repeatThreshold?: number;
}

/** A running subgraph, wherever it runs: behind HTTP or in the gateway's own process. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** SDL with federation directives, for composition. */
  readonly sdl: string;
  /**
   * Answers one signed request. How long the answer may be kept is in `extensions.cacheControl`, what a subscription
   * follows in `extensions.stream`.
   *
   * @param signature value of the viewer header
   * @param body JSON text of `{query, variables, operationName, stream}`, the bytes that were signed
   */
  execute(signature: string | undefined, body: string): Promise<ExecutionResult | Refused>;
  /** Writes what is still held in memory. Call it once no request is under way and before the pool ends. */
  close(): Promise<void>;
}

/** An unsigned or altered request: it is answered with 401 and never executed. */
export interface Refused {
  readonly refused: Rejection | 'malformed body';
}

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  /** Of a subscription: what it follows is asked, or the answer for one event. */
  stream: z.union([z.literal('open'), streamEventSchema]).optional(),
});

/** Builds a subgraph: one schema, one executor, one place where viewers are verified and errors masked. */
export function createSubgraph(definition: SubgraphDefinition, runtime: SubgraphRuntime): Subgraph {
  const { name } = definition;
  const { signer, metrics } = runtime;
  const logger = runtime.logger.child({ subgraph: name });
  const schema = buildSubgraphSchema([
    { typeDefs: definition.typeDefs, resolvers: attributeStatements(definition.resolvers) as never },
  ]);
  const executor = createExecutor(schema);

  return {
    name,
    schema,
    sdl: printSubgraphSchema(schema),
    async execute(signature, body) {
      const hop = signer.verify(signature, body);
      if (typeof hop === 'string') return { refused: hop };
      const parsed = parseRequest(body);
      if (parsed === undefined) return { refused: 'malformed body' };
      const { stream, ...request } = parsed;

      const operation = request.operationName ?? 'anonymous';
      const { viewer, requestId, deadline } = hop;
      const end = metrics.operations.startTimer({ subgraph: name });
      return countStatements(operation, async (log) => {
        const event = stream === 'open' ? undefined : stream;
        const context = definition.createContext({ viewer, operation, requestId, deadline, event });
        const { document, cachePolicy, result } = await executor({ ...request, opens: stream === 'open' }, context);
        end({ outcome: result.errors === undefined ? 'ok' : 'error' });
        metrics.statements.observe({ subgraph: name }, log.total);
        reportRepeats(log);
        return {
          ...result,
          ...(result.errors && { errors: maskErrors(result.errors, document, { requestId, operation }, logger) }),
          extensions: {
            ...result.extensions,
            cacheControl: cachePolicy,
            ...(runtime.exposeStatements && { statements: [...log.statements.values()] }),
          },
        };
      });
    },
    close: async () => definition.close?.(),
  };

  function reportRepeats(log: StatementLog): void {
    for (const { sql, field, count } of repeatedStatements(log, runtime.repeatThreshold ?? 5)) {
      metrics.repeatedStatements.inc({ subgraph: name });
      logger.warn({ operation: log.operation, field, count, sql }, 'N+1: one statement repeated in one operation');
    }
  }
}

function parseRequest(body: string): z.infer<typeof requestSchema> | undefined {
  try {
    return requestSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
