import { z } from 'zod';
import { hopSettings, postgresSettings, processSettings, readEnvironment } from '../config/environment.ts';
import { poolConfig } from '../config/pool-config.ts';
import { drainOnSignals } from '../drain.ts';
import { createHealth } from '../health.ts';
import { createPeers, type Peers } from '../hop/peers.ts';
import { createHopSigner } from '../hop/signature.ts';
import { remoteTransport } from '../hop/transport.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../metrics.ts';
import { createPoke } from '../outbox/poke.ts';
import { assertPoolBudget } from '../postgres/budget.ts';
import { createPool, type Pool, pingPool } from '../postgres/pool.ts';
import { createSubgraphServer } from './http.ts';
import type { Subgraph, SubgraphRuntime } from './subgraph.ts';

/** What a subgraph is built from, whichever process it runs in. */
export interface SubgraphDependencies {
  readonly pool: Pool;
  readonly runtime: SubgraphRuntime;
  /** Seals cursors; the same in every process. */
  readonly secret: string;
  /** Tells the outbox relay that there is something to deliver. */
  readonly poke: () => void;
  /** The other subgraphs. */
  readonly peers: Peers;
}

/** A subgraph that can run alone. */
export interface RunnableSubgraph {
  readonly name: string;
  readonly create: (dependencies: SubgraphDependencies) => Subgraph;
  /** Names of the subgraphs it asks; each needs `<NAME>_URL`. */
  readonly peers: readonly string[];
}

/** Runs one subgraph as a process of its own: config → build → listen → drain. */
export async function runSubgraph(
  { name, create, peers }: RunnableSubgraph,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const peerSettings = Object.fromEntries(peers.map((peer) => [`${peer.toUpperCase()}_URL`, z.url()]));
  const config = readEnvironment(z.object({ ...processSettings, ...postgresSettings, ...hopSettings }), env);
  const urls: Readonly<Record<string, unknown>> = readEnvironment(z.object(peerSettings), env);

  const logger = createLogger({ level: config.LOG_LEVEL, role: name });
  const metrics = createMetrics();
  const health = createHealth();
  const signer = createHopSigner(config.INTERNAL_SECRET);
  const pool = createPool(poolConfig(config, `consulta ${name}`), { logger, metrics });
  await assertPoolBudget(pool, { processes: config.PROCESSES, max: config.POOL_MAX });
  const transports = new Map(
    peers.map((peer) => [peer, remoteTransport(peer, String(urls[`${peer.toUpperCase()}_URL`]))]),
  );

  const subgraph = create({
    pool,
    runtime: { logger, metrics, signer, exposeStatements: config.NODE_ENV === 'development' },
    secret: config.INTERNAL_SECRET,
    poke: createPoke({ pool, schema: name, logger }),
    peers: createPeers((peer) => {
      const transport = transports.get(peer);
      if (transport === undefined) throw new Error(`${name} does not know a peer named ${peer}`);
      return transport;
    }, signer),
  });
  const server = createSubgraphServer(subgraph, { health, metrics, checks: { postgres: () => pingPool(pool) } });
  const url = await server.listen({ host: config.HOST, port: config.PORT });
  health.started();
  logger.info({ url }, 'listening');
  drainOnSignals(
    [
      { name: 'stop being ready', run: async () => health.draining() },
      { name: 'finish requests', run: () => server.close() },
      { name: 'write what is held', run: () => subgraph.close() },
      { name: 'close pool', run: () => pool.end() },
    ],
    logger,
  );
}
