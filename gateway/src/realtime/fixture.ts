import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
import type { EventBus } from '@consulta/platform/event-bus/event-bus';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics, type Metrics } from '@consulta/platform/metrics';
import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import { fastify } from 'fastify';
import { importJWK, type JWK, SignJWT } from 'jose';
import { inject } from 'vitest';
import { createAccessTokens } from '../auth/access-token.ts';
import type { RightsOf } from '../auth/rights.ts';
import { createSessions } from '../auth/viewer.ts';
import type { GatewayContext } from '../context.ts';
import { answerErrorsAsJson } from '../http/request-errors.ts';
import { limitDepth } from '../operations/depth-limit.ts';
import { operationPlugins } from '../operations/plugins.ts';
import { createTestGraph, type TestGraph } from './fixture-graph.ts';
import { addRealtime, type RealtimeDependencies } from './realtime.ts';
import type { StreamLog } from './stream-log.ts';

const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK;

/** Accounts of a test, and tokens for as long as it wants. */
export interface TestAccounts {
  readonly rightsOf: RightsOf;
  newAccount(): string;
  shutOut(account: string): void;
  /** @param seconds that the token lives; default 900 */
  bearer(account: string, seconds?: number): Promise<string>;
}

export function createTestAccounts(): TestAccounts {
  const accounts = new Set<string>();
  return {
    rightsOf: async (id) =>
      accounts.has(id) ? { id, role: 'ADMIN', patient_id: null, doctor_id: null, clinics: [] } : null,
    newAccount() {
      const id = randomUUID();
      accounts.add(id);
      return id;
    },
    shutOut: (account) => void accounts.delete(account),
    async bearer(account, seconds = 900) {
      const token = new SignJWT().setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' }).setSubject(account);
      const now = Math.floor(Date.now() / 1000);
      token
        .setIssuer('consulta')
        .setAudience('consulta-api')
        .setIssuedAt(now)
        .setExpirationTime(now + seconds);
      return `Bearer ${await token.sign(await importJWK(key, 'EdDSA'))}`;
    },
  };
}

/** A log in memory, as several gateways read it. */
export interface TestLog extends StreamLog {
  /** Writes one event for each of the topics, with one position, and says so on the bus. */
  append(topics: readonly string[], how?: { readonly isTold?: boolean }): Promise<StreamEvent>;
  /** Forgets everything up to the position. */
  prune(position: number): void;
  /** How often each method was called. */
  readonly calls: Record<'events' | 'heads' | 'news' | 'bounds', number>;
}

export function createTestLog(bus?: EventBus): TestLog {
  let kept: StreamEvent[] = [];
  let end = 0;
  const headOf = (topic: string) => kept.findLast((event) => event.topic === topic)?.position ?? 0;
  const calls = { events: 0, heads: 0, news: 0, bounds: 0 };
  return {
    calls,
    async events(streams, first) {
      calls.events += 1;
      return streams.flatMap(({ topic, after }) =>
        kept.filter((event) => event.topic === topic && event.position > after).slice(0, first),
      );
    },
    async heads(topics) {
      calls.heads += 1;
      return topics.map((topic) => ({ topic, position: headOf(topic) }));
    },
    async news(after, first) {
      calls.news += 1;
      return kept.filter(({ position }) => position > after).slice(0, first);
    },
    async bounds() {
      calls.bounds += 1;
      return { start: kept[0]?.position ?? end + 1, end };
    },
    async append(topics, { isTold = true } = {}) {
      end += 1;
      const common = { position: end, aggregateType: 'thing', aggregateId: randomUUID(), version: end };
      const occurredAt = new Date().toISOString();
      const events = topics.map((topic) => ({
        ...common,
        topic,
        previous: headOf(topic),
        type: 'thing.changed',
        occurredAt,
      }));
      kept.push(...events);
      const [event] = events;
      if (event === undefined) throw new Error('an event has a topic');
      // A broker that is away loses it, as it would in life.
      if (isTold) await bus?.publish(events.map((each) => ({ ...each, source: 'test' }))).catch(() => undefined);
      return event;
    },
    prune(position) {
      kept = kept.filter((event) => event.position > position);
    },
  };
}

/** A gateway with sockets over a small graph. */
export interface TestGateway extends AsyncDisposable {
  readonly url: string;
  readonly socketUrl: string;
  readonly graph: TestGraph;
  readonly metrics: Metrics;
  readonly log: readonly string[];
  /** As on SIGTERM. */
  close(): Promise<void>;
}

export async function startTestGateway({
  accounts = createTestAccounts(),
  ...dependencies
}: { accounts?: TestAccounts } & Pick<
  RealtimeDependencies,
  'bus' | 'log' | 'limits' | 'allowedOrigins'
>): Promise<TestGateway> {
  const lines: string[] = [];
  const logger = createLogger({ destination: { write: (line: string) => void lines.push(line) } });
  const metrics = createMetrics();
  const graph = createTestGraph();
  const apollo = new ApolloServer<GatewayContext>({
    schema: graph.schema,
    introspection: false,
    parseOptions: { maxTokens: 1_000 },
    validationRules: [limitDepth],
    stopOnTerminationSignals: false,
    plugins: operationPlugins(logger, false),
  });
  await apollo.start();
  const server = fastify();
  answerErrorsAsJson(server, logger);
  const sessions = createSessions(accounts.rightsOf, await createAccessTokens(key));
  addRealtime(
    server,
    { executor: graph.executor, sessions, ...dependencies, limits: { drainMillis: 50, ...dependencies.limits } },
    {
      apollo,
      logger,
      metrics,
      deadlineMillis: 10_000,
      contextOf: async (account, requestId) => ({
        viewer: await sessions.viewerOf(account),
        requestId,
        deadline: Date.now() + 10_000,
        statements: [],
      }),
    },
  );
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= server.close().then(() => apollo.stop());
    return closing;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    socketUrl: `ws://127.0.0.1:${port}/graphql`,
    graph,
    metrics,
    log: lines,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** What a gauge or counter without labels says; 0 where it says nothing. */
export async function metricOf({ metrics }: Pick<TestGateway, 'metrics'>, name: string): Promise<number> {
  const metric = await metrics.registry.getSingleMetric(name)?.get();
  return metric?.values.reduce((sum, { value }) => sum + value, 0) ?? 0;
}

export type TestRealtime = Awaited<ReturnType<typeof openTestRealtime>>;

/** A gateway with a log of its own, over the bus of an installation without Redis. */
export async function openTestRealtime(
  options: { accounts?: TestAccounts } & Pick<RealtimeDependencies, 'limits' | 'allowedOrigins'> = {},
) {
  const bus = createEventBus({ connectionString: inject('adminUrl'), logger: createLogger({ level: 'silent' }) });
  const log = createTestLog(bus);
  const gateway = await startTestGateway({ ...options, bus, log });
  return {
    log,
    gateway,
    /** Closes the gateway, then the bus. */
    async end() {
      await gateway.close();
      await bus.close();
    },
  };
}
