import { readFile } from 'node:fs/promises';
import { poolConfig } from '@consulta/platform/config/pool-config';
import { drainOnSignals } from '@consulta/platform/drain';
import { createHealth } from '@consulta/platform/health';
import { createHopSigner } from '@consulta/platform/hop/signature';
import { remoteTransport } from '@consulta/platform/hop/transport';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { assertPoolBudget } from '@consulta/platform/postgres/budget';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { createPool, pingPool } from '@consulta/platform/postgres/pool';
import { createAccessTokens } from './auth/access-token.ts';
import { createSignIn } from './auth/sign-in.ts';
import { createAuthenticate } from './auth/viewer.ts';
import { readConfig } from './config.ts';
import type { Database } from './generated/database.ts';
import { createGatewayServer } from './server.ts';

const supergraph = new URL('../../schema/supergraph.graphql', import.meta.url);

const config = readConfig(process.env);
const logger = createLogger({ level: config.LOG_LEVEL, role: 'gateway' });
const metrics = createMetrics();
const health = createHealth();
const pool = createPool(poolConfig(config, 'consulta gateway'), { logger, metrics });
await assertPoolBudget(pool, { processes: config.PROCESSES, max: config.POOL_MAX });
const identity = createKysely<Database>(pool, 'identity');
const tokens = await createAccessTokens(config.TOKEN_KEY);

const server = await createGatewayServer({
  supergraphSdl: await readFile(supergraph, 'utf8'),
  transports: {
    patients: remoteTransport('patients', config.PATIENTS_URL),
    providers: remoteTransport('providers', config.PROVIDERS_URL),
    appointments: remoteTransport('appointments', config.APPOINTMENTS_URL),
    records: remoteTransport('records', config.RECORDS_URL),
  },
  signer: createHopSigner(config.INTERNAL_SECRET),
  authenticate: createAuthenticate(identity, tokens),
  signIn: createSignIn(identity, tokens),
  logger,
  metrics,
  health,
  checks: { postgres: () => pingPool(pool) },
  deadlineMillis: config.REQUEST_DEADLINE_MS,
  development: config.EXPLORER ?? config.NODE_ENV === 'development',
});
await server.listen({ host: config.HOST, port: config.PORT });
health.started();
logger.info({ host: config.HOST, port: config.PORT }, 'listening');
drainOnSignals(
  [
    { name: 'stop being ready', run: async () => health.draining() },
    { name: 'finish requests', run: () => server.close() },
    { name: 'close pool', run: () => pool.end() },
  ],
  logger,
);
