import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { AppointmentsConfig } from '@consulta/appointments/config';
import { createAppointments } from '@consulta/appointments/server';
import { createAccessTokens } from '@consulta/gateway/auth/access-token';
import { createRightsOf } from '@consulta/gateway/auth/rights';
import { createSignIn } from '@consulta/gateway/auth/sign-in';
import { createAuthenticate, createSessions } from '@consulta/gateway/auth/viewer';
import type { SupergraphUpdates } from '@consulta/gateway/federation/supergraph-file';
import type { Database as IdentityDatabase } from '@consulta/gateway/generated/database';
import type { RealtimeDependencies } from '@consulta/gateway/realtime/realtime';
import { createRemoteLog } from '@consulta/gateway/realtime/remote-log';
import { createGatewayServer } from '@consulta/gateway/server';
import { createPatients } from '@consulta/patients/server';
import { createCacheFeed, createCaches } from '@consulta/platform/cache/create-caches';
import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
import { createPeers } from '@consulta/platform/hop/peers';
import { createHopSigner } from '@consulta/platform/hop/signature';
import { localTransport } from '@consulta/platform/hop/transport';
import type { Logger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createRelay } from '@consulta/platform/outbox/relay';
import { assertPoolBudget } from '@consulta/platform/postgres/budget';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { createPool, type PoolConfig, pingPool } from '@consulta/platform/postgres/pool';
import { createHealth } from '@consulta/platform/service/health';
import type { SubgraphDependencies } from '@consulta/platform/subgraph/run';
import { createProviders } from '@consulta/providers/server';
import { createRecords } from '@consulta/records/server';
import { addWaitingRoom } from '@consulta/waiting-room/page';
import { startCacheVoucher } from '@consulta/workers/relay/cache-voucher';
import { createConsumers, schemas } from '@consulta/workers/relay/consumers';
import { startSweeper } from '@consulta/workers/sweeper/sweeper';
import type { Secrets } from './secrets.ts';

const relayConnections = 4;
const supergraph = new URL('../../schema/supergraph.graphql', import.meta.url);

export interface StackOptions {
  /** Of a migrated PostgreSQL. */
  readonly pool: PoolConfig;
  /** Undefined: what processes share goes through PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** `off` keeps nothing, to measure what caches are worth. Default `on`. */
  readonly cache?: 'on' | 'off';
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly secrets: Secrets;
  /** GraphiQL, introspection and statement counts. */
  readonly development: boolean;
  /** Milliseconds a client's request may take. Default 10 s. */
  readonly deadlineMillis?: number;
  /** How long holds run. Default as `HOLD_MINUTES` unset. */
  readonly appointments?: AppointmentsConfig;
  /** How long the waitlist holds what it offers. Default as `WAITLIST_OFFER_MINUTES` unset. */
  readonly offerMinutes?: number;
  /** Who may open connections for subscriptions, how many, and how they end. Default as the settings unset. */
  readonly realtime?: Pick<RealtimeDependencies, 'allowedOrigins' | 'limits'>;
  /** Newer supergraphs than the published one; default none. */
  readonly supergraphUpdates?: SupergraphUpdates;
  readonly logger: Logger;
}

/** The whole product in one process. */
export interface Stack {
  /** Where the gateway answers, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Ends it in order: answers what was asked, then the relay, then the pool. */
  close(): Promise<void>;
}

/**
 * Runs gateway, subgraphs and relay together: a laptop, a small clinic, a test. They talk as they would across
 * machines, with the same signatures and policies, only without the sockets.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { logger, secrets, development, redisUrl } = options;
  const { connectionString } = options.pool;
  const metrics = createMetrics();
  const health = createHealth();
  const signer = createHopSigner(secrets.internalSecret);
  const pool = createPool(options.pool, { logger, metrics });
  // What follows a commit does not wait behind requests: the busier they are, the more the caches are needed, and these
  // count only while the relay keeps up.
  const relayPool = createPool({ ...options.pool, max: relayConnections, min: 0 }, { logger });
  await assertPoolBudget(pool, { processes: 1, max: options.pool.max + relayConnections });

  const bus = createEventBus({ redisUrl, connectionString, logger });
  const feed = createCacheFeed({ redisUrl, bus, logger });
  const consumers = createConsumers({ bus, feed, offerMinutes: options.offerMinutes });
  const relay = createRelay({ pool: relayPool, connectionString, consumers, schemas, logger, metrics });
  await relay.start();
  const voucher = startCacheVoucher({ pool: relayPool, feed, logger });
  const sweeper = startSweeper({ pool: relayPool, poke: relay.poke, logger });
  const caches = createCaches({ cache: options.cache ?? 'on', redisUrl, connectionString, bus, logger, metrics });

  const peers = createPeers((peer) => transports[peer as keyof typeof transports], signer);
  const dependenciesOf = (name: string): SubgraphDependencies => ({
    pool,
    runtime: { logger, metrics, signer, exposeStatements: development },
    secret: secrets.internalSecret,
    poke: (types) => relay.poke(name, types),
    caches,
    peers,
  });
  const subgraphs = {
    patients: createPatients(dependenciesOf('patients')),
    providers: createProviders(dependenciesOf('providers')),
    appointments: createAppointments(dependenciesOf('appointments'), undefined, options.appointments),
    records: createRecords(dependenciesOf('records')),
  };
  const transports = {
    patients: localTransport(subgraphs.patients),
    providers: localTransport(subgraphs.providers),
    appointments: localTransport(subgraphs.appointments),
    records: localTransport(subgraphs.records),
  };

  const identity = createKysely<IdentityDatabase>(pool, 'identity');
  const tokens = await createAccessTokens(secrets.tokenKey);
  const rightsOf = createRightsOf(identity, caches);
  const server = await createGatewayServer({
    supergraphSdl: await readFile(supergraph, 'utf8'),
    supergraphUpdates: options.supergraphUpdates,
    transports,
    signer,
    authenticate: createAuthenticate(rightsOf, tokens),
    signIn: createSignIn(identity, tokens),
    realtime: {
      bus,
      log: createRemoteLog(peers),
      sessions: createSessions(rightsOf, tokens),
      ...options.realtime,
    },
    caches,
    logger,
    metrics,
    health,
    checks: { postgres: () => pingPool(pool) },
    deadlineMillis: options.deadlineMillis ?? 10_000,
    development,
  });
  if (development) addWaitingRoom(server);
  await server.listen({ host: options.host, port: options.port });
  health.started();

  return {
    url: `http://${options.host}:${(server.server.address() as AddressInfo).port}`,
    async close() {
      health.draining();
      await server.close();
      await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
      await caches.close();
      await sweeper.stop();
      await relay.stop();
      await voucher.stop();
      await feed.close();
      await bus.close();
      await Promise.all([pool.end(), relayPool.end()]);
    },
  };
}
