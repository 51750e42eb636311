import { readFile } from 'node:fs/promises';
import { createCaches } from '@consulta/platform/cache/create-caches';
import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
import { createPeers } from '@consulta/platform/hop/peers';
import { createHopSigner } from '@consulta/platform/hop/signature';
import { remoteTransport } from '@consulta/platform/hop/transport';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { runService } from '@consulta/platform/service/run-service';
import { createAccessTokens } from './auth/access-token.ts';
import { createRightsOf } from './auth/rights.ts';
import { createSignIn } from './auth/sign-in.ts';
import { createAuthenticate, createSessions } from './auth/viewer.ts';
import { readConfig, streamOptions } from './config.ts';
import { readAgainOnHangup } from './federation/supergraph-file.ts';
import type { Database } from './generated/database.ts';
import { createRemoteLog } from './realtime/remote-log.ts';
import { createGatewayServer } from './server.ts';

const supergraph = new URL('../../schema/supergraph.graphql', import.meta.url);

await runService(
  'gateway',
  () => readConfig(process.env),
  async ({ config, logger, metrics, pool, probes }) => {
    const identity = createKysely<Database>(pool, 'identity');
    const { CACHE: cache, REDIS_URL: redisUrl, DATABASE_URL: connectionString } = config;
    const bus = createEventBus({ redisUrl, connectionString, logger });
    const caches = createCaches({ cache, redisUrl, connectionString, bus, logger, metrics });
    const signer = createHopSigner(config.INTERNAL_SECRET);
    const transports = {
      patients: remoteTransport('patients', config.PATIENTS_URL),
      providers: remoteTransport('providers', config.PROVIDERS_URL),
      appointments: remoteTransport('appointments', config.APPOINTMENTS_URL),
      records: remoteTransport('records', config.RECORDS_URL),
    };
    const rightsOf = createRightsOf(identity, caches);
    const tokens = await createAccessTokens(config.TOKEN_KEY);
    const server = await createGatewayServer({
      supergraphSdl: await readFile(supergraph, 'utf8'),
      supergraphUpdates: readAgainOnHangup(supergraph, logger),
      transports,
      signer,
      authenticate: createAuthenticate(rightsOf, tokens),
      signIn: createSignIn(identity, tokens),
      realtime: {
        bus,
        log: createRemoteLog(createPeers((peer) => transports[peer as keyof typeof transports], signer)),
        sessions: createSessions(rightsOf, tokens),
        ...streamOptions(config),
      },
      caches,
      logger,
      metrics,
      health: probes.health,
      checks: probes.checks,
      deadlineMillis: config.REQUEST_DEADLINE_MS,
      development: config.EXPLORER ?? config.NODE_ENV === 'development',
    });
    return {
      server,
      drain: [
        { name: 'close caches', run: () => caches.close() },
        { name: 'close event bus', run: () => bus.close() },
      ],
    };
  },
);
