import { ApolloServer, type PersistedQueryOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Caches } from '@consulta/platform/cache/cache';
import type { HopSigner } from '@consulta/platform/hop/signature';
import type { Transport } from '@consulta/platform/hop/transport';
import { requestIdFrom } from '@consulta/platform/identifiers/request-id';
import type { Logger } from '@consulta/platform/logger';
import type { Metrics } from '@consulta/platform/metrics';
import { countStatements, inField } from '@consulta/platform/postgres/statements';
import { addHealthRoutes, type Health, type ReadinessCheck } from '@consulta/platform/service/health';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { type FastifyInstance, fastify } from 'fastify';
import { addAuthRoutes } from './auth/routes.ts';
import type { SignIn } from './auth/sign-in.ts';
import type { Authenticate } from './auth/viewer.ts';
import type { GatewayContext } from './context.ts';
import { addExplorer } from './explorer/page.ts';
import { createGraph, type SubgraphName } from './federation/graph.ts';
import type { SupergraphUpdates } from './federation/supergraph-file.ts';
import { cacheControlPlugin, notToBeKept } from './http/cache-control.ts';
import { addGraphqlRoute } from './http/graphql-route.ts';
import { closeCodes, maskUnknown } from './http/present-errors.ts';
import { acceptOnlyJson, answerErrorsAsJson, refuseMalformedUrl } from './http/request-errors.ts';
import { limitDepth } from './operations/depth-limit.ts';
import { operationPlugins } from './operations/plugins.ts';
import { addRealtime, type RealtimeDependencies } from './realtime/realtime.ts';

export interface GatewayDependencies {
  readonly supergraphSdl: string;
  /** Where newer ones come from; default nowhere. */
  readonly supergraphUpdates?: SupergraphUpdates | undefined;
  readonly transports: Readonly<Record<SubgraphName, Transport>>;
  readonly signer: HopSigner;
  readonly authenticate: Authenticate;
  readonly signIn: SignIn;
  /** Subscriptions; without it the server only answers requests. */
  readonly realtime?: Omit<RealtimeDependencies, 'executor'>;
  readonly caches: Caches;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
  /** Milliseconds from the arrival of a request to TIMEOUT. */
  readonly deadlineMillis: number;
  /** Where documents that clients register by their hash are kept. Default: 30 MB in memory, the least used out first. */
  readonly documents?: NonNullable<PersistedQueryOptions['cache']>;
  /** Introspection, GraphiQL and statement counts: for development only. */
  readonly development: boolean;
}

const bodyLimit = 100 * 1024;
/** Of one document: several times what a large page of an application asks for. */
const mostTokens = 5_000;

/** Builds the public door. It listens when its caller says so. */
export async function createGatewayServer(dependencies: GatewayDependencies): Promise<FastifyInstance> {
  const { logger, development } = dependencies;
  const graph = createGraph(
    dependencies.supergraphSdl,
    dependencies.transports,
    dependencies.signer,
    dependencies.supergraphUpdates,
  );
  const apollo = new ApolloServer<GatewayContext>({
    gateway: graph.gateway,
    introspection: development,
    hideSchemaDetailsFromClientErrors: !development,
    includeStacktraceInErrorResponses: false,
    formatError: closeCodes,
    parseOptions: { maxTokens: mostTokens },
    maxRecursiveSelections: true,
    validationRules: [limitDepth],
    validationOptions: { maxErrors: 10 },
    persistedQueries: dependencies.documents === undefined ? {} : { cache: dependencies.documents },
    stopOnTerminationSignals: false,
    plugins: [
      ...operationPlugins(logger, development),
      cacheControlPlugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();

  const server = fastify({
    bodyLimit,
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => requestIdFrom(headers['x-request-id']),
    frameworkErrors: refuseMalformedUrl,
  });
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers({ 'x-request-id': request.id, 'cache-control': notToBeKept });
    done();
  });
  answerErrorsAsJson(server, logger);
  acceptOnlyJson(server);
  addHealthRoutes(server, dependencies);
  addAuthRoutes(server, dependencies.signIn);
  if (development) addExplorer(server);
  const contextWith = (requestId: string, viewer: () => Promise<Viewer>): Promise<GatewayContext> =>
    countStatements('gateway', async (log) => ({
      viewer: await inField('authenticate', viewer),
      requestId,
      deadline: Date.now() + dependencies.deadlineMillis,
      statements: [...log.statements.values()].map((statement) => ({ subgraph: 'gateway', statement })),
    }));
  addGraphqlRoute(
    server,
    apollo,
    ({ id, headers }) =>
      contextWith(id, () => dependencies.authenticate(headers.authorization)).catch((error: unknown) => {
        throw maskUnknown(error, id, logger);
      }),
    dependencies.metrics,
  );
  const { realtime, metrics, deadlineMillis } = dependencies;
  if (realtime !== undefined) {
    const contextOf = (account: string | null, requestId: string) =>
      contextWith(requestId, () => realtime.sessions.viewerOf(account));
    addRealtime(
      server,
      { ...realtime, executor: graph.executor },
      { apollo, logger, metrics, deadlineMillis, contextOf },
    );
  }
  server.addHook('onClose', async () => {
    await apollo.stop();
    await Promise.all(Object.values(dependencies.transports).map((transport) => transport.close()));
  });
  return server;
}
