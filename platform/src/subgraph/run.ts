import { z } from 'zod';
import type { Caches } from '../cache/cache.ts';
import { createCaches } from '../cache/create-caches.ts';
import {
  cacheSetting,
  hopSettings,
  postgresSettings,
  processSettings,
  readEnvironment,
  redisSettings,
} from '../config/environment.ts';
import { createPeers, type Peers } from '../hop/peers.ts';
import { createHopSigner } from '../hop/signature.ts';
import { remoteTransport, type Transport } from '../hop/transport.ts';
import { createPoke } from '../outbox/poke.ts';
import type { Pool } from '../postgres/pool.ts';
import { runService } from '../service/run-service.ts';
import { createSubgraphServer } from './http.ts';
import type { Subgraph, SubgraphRuntime } from './subgraph.ts';

/** What a subgraph is built from, whichever process it runs in. */
export interface SubgraphDependencies {
  readonly pool: Pool;
  readonly runtime: SubgraphRuntime;
  /** Seals cursors; the same in every process. */
  readonly secret: string;
  /** Tells the outbox relay which types of events there are to deliver. */
  readonly poke: (types: readonly string[]) => void;
  /** The other subgraphs. */
  readonly peers: Peers;
  readonly caches: Caches;
}

/** A subgraph that can run alone. */
export interface RunnableSubgraph<Settings extends z.ZodRawShape> {
  readonly name: string;
  readonly create: (dependencies: SubgraphDependencies, config: z.output<z.ZodObject<Settings>>) => Subgraph;
  /** Names of the subgraphs it asks; each needs `<NAME>_URL`. */
  readonly peers: readonly string[];
  /** What it reads of the environment beyond what every subgraph does. Default nothing. */
  readonly settings?: Settings;
}

/** Runs one subgraph as a process of its own. */
export async function runSubgraph<Settings extends z.ZodRawShape = Record<never, never>>(
  { name, create, peers, settings }: RunnableSubgraph<Settings>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  await runService(
    name,
    () => readConfig(peers, settings, env),
    async ({ config, logger, metrics, pool, probes }) => {
      const signer = createHopSigner(config.INTERNAL_SECRET);
      const { CACHE: cache, REDIS_URL: redisUrl, DATABASE_URL: connectionString } = config;
      const caches = createCaches({ cache, redisUrl, connectionString, logger, metrics });
      const dependencies = {
        pool,
        runtime: { logger, metrics, signer, exposeStatements: config.NODE_ENV === 'development' },
        secret: config.INTERNAL_SECRET,
        poke: createPoke({ pool, schema: name, logger }),
        peers: createPeers(transportsTo(config.peers, name), signer),
        caches,
      };
      const subgraph = create(dependencies, config.own);
      return {
        server: createSubgraphServer(subgraph, probes),
        drain: [
          { name: 'write what is held', run: () => subgraph.close() },
          { name: 'close caches', run: () => caches.close() },
        ],
      };
    },
  );
}

const common = { ...processSettings, ...postgresSettings, ...redisSettings, ...cacheSetting, ...hopSettings };

function readConfig<Settings extends z.ZodRawShape>(
  peers: readonly string[],
  settings: Settings | undefined,
  env: Readonly<Record<string, string | undefined>>,
) {
  const nameOf = (peer: string): string => `${peer.toUpperCase()}_URL`;
  const urls = Object.fromEntries(peers.map((peer) => [nameOf(peer), z.url()]));
  // One reading, so that every fault is reported together.
  const config = readEnvironment(z.object({ ...urls, ...settings, ...common }), env) as z.output<
    z.ZodObject<typeof common>
  >;
  const given = new Map<string, unknown>(Object.entries(config));
  const own = config as unknown as z.output<z.ZodObject<Settings>>;
  return { ...config, own, peers: new Map(peers.map((peer) => [peer, String(given.get(nameOf(peer)))])) };
}

function transportsTo(urls: ReadonlyMap<string, string>, asker: string): (peer: string) => Transport {
  const transports = new Map(Array.from(urls, ([peer, url]) => [peer, remoteTransport(peer, url)]));
  return (peer) => {
    const transport = transports.get(peer);
    if (transport === undefined) throw new Error(`${asker} does not know a peer named ${peer}`);
    return transport;
  };
}
