import type { ApolloServer } from '@apollo/server';
import type { EventBus } from '@consulta/platform/event-bus/event-bus';
import type { Logger } from '@consulta/platform/logger';
import type { Metrics } from '@consulta/platform/metrics';
import { createStreamMetrics } from '@consulta/platform/stream/metrics';
import type { FastifyInstance } from 'fastify';
import type { Sessions } from '../auth/viewer.ts';
import type { GatewayContext } from '../context.ts';
import { createAdmit } from './admission.ts';
import { createBatchedLog } from './batched-log.ts';
import { createConnections } from './connections.ts';
import { createFollowing } from './following.ts';
import { createHub } from './hub.ts';
import { createHydrate } from './hydration.ts';
import { defaultLimits, type StreamLimits } from './limits.ts';
import { createProtocol } from './protocol.ts';
import { addSseRoute } from './sse-route.ts';
import type { StreamLog } from './stream-log.ts';
import type { SubscriptionExecutor } from './subscription-executor.ts';
import { addWebSockets } from './websocket.ts';

/** What pushing needs beside what answers requests. */
export interface RealtimeDependencies {
  readonly executor: SubscriptionExecutor;
  readonly log: StreamLog;
  readonly bus: EventBus;
  readonly sessions: Sessions;
  /** Pages of these may connect, beside the gateway's own. */
  readonly allowedOrigins?: readonly string[];
  readonly limits?: Partial<StreamLimits>;
}

interface Surroundings {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly deadlineMillis: number;
  contextOf(account: string | null, requestId: string): Promise<GatewayContext>;
}

/** Adds subscriptions to the server: WebSockets at `/graphql`, server-sent events at `/graphql/stream`. */
export function addRealtime(
  server: FastifyInstance,
  { executor, bus, sessions, allowedOrigins = [], ...dependencies }: RealtimeDependencies,
  { apollo, logger, deadlineMillis, contextOf, ...surroundings }: Surroundings,
): void {
  const limits = { ...defaultLimits, ...dependencies.limits };
  const metrics = createStreamMetrics(surroundings.metrics.registry);
  const log = createBatchedLog(dependencies.log);
  const following = createFollowing({ bus, log, logger, checkMillis: limits.checkMillis });
  const hydrate = createHydrate({ executor, sessions, metrics, logger, deadlineMillis });
  const hub = createHub({ executor, log, following, hydrate, metrics, logger });
  const connections = createConnections(limits, metrics);
  const protocol = {
    sessions,
    connections,
    admit: createAdmit(apollo, logger),
    hub,
    logger,
    writing: { unreadBytes: limits.unreadBytes, onSlow: () => metrics.slowConsumers.inc() },
    operationsPerSocket: limits.operationsPerSocket,
    contextOf,
  };
  addWebSockets(server.server, { connections, limits, allowedOrigins, receive: createProtocol(protocol) });
  addSseRoute(server, { ...protocol, allowedOrigins });
  server.addHook('preClose', () => connections.drain());
  server.addHook('onClose', () => following.stop());
}
