import { randomBytes } from 'node:crypto';
import { type Caches, noCaches } from '@consulta/platform/cache/cache';
import type { Peers } from '@consulta/platform/hop/peers';
import { createHopSigner } from '@consulta/platform/hop/signature';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { createPool, type Pool } from '@consulta/platform/postgres/pool';
import type { StatementCount } from '@consulta/platform/postgres/statements';
import type { OpenedStream, StreamEvent } from '@consulta/platform/stream/stream-event';
import type { SubgraphDependencies } from '@consulta/platform/subgraph/run';
import type { Subgraph } from '@consulta/platform/subgraph/subgraph';
import { anonymous, type Viewer } from '@consulta/platform/viewer/viewer';
import { createTestDatabase, type TestDatabase } from './database.ts';

/** What a subgraph says to the gateway. */
export interface SubgraphAnswer<Data> {
  /** Empty where the whole operation failed: a test that reads a field of it fails there. */
  readonly data: Data;
  readonly errors: readonly {
    readonly message: string;
    readonly path: readonly (string | number)[] | undefined;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  /** What the operation sent to PostgreSQL, transaction control apart. */
  readonly statements: readonly StatementCount[];
  /** What a subscription follows, where that was asked. */
  readonly stream: OpenedStream | undefined;
}

/** What a subgraph says to the gateway about a subscription. */
export interface StreamAnswer<Data> {
  readonly data: Data | null;
  /** Codes of its errors. */
  readonly codes: readonly unknown[];
  /** What it follows, where that was asked and granted. */
  readonly opened: OpenedStream | null;
}

/** One subgraph over a database of its own, asked as the gateway asks it: over a signed hop. */
export interface TestSubgraph extends AsyncDisposable {
  readonly subgraph: Subgraph;
  readonly database: TestDatabase;
  readonly pool: Pool;
  execute<Data = Record<string, unknown>>(
    viewer: Viewer,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    /** Of a subscription: asks what it follows, or for the answer to one event. */
    stream?: 'open' | StreamEvent,
  ): Promise<SubgraphAnswer<Data>>;
  /** Asks what a subscription follows (`open`), or what it is answered for one event. */
  stream<Data = Record<string, unknown>>(
    viewer: Viewer,
    query: string,
    variables: Readonly<Record<string, unknown>>,
    stream: 'open' | StreamEvent,
  ): Promise<StreamAnswer<Data>>;
  stop(): Promise<void>;
}

const secret = 'a secret of the tests, 32 characters at least';

const noPeers: Peers = {
  ask: (subgraph) => Promise.reject(new Error(`this test has no peer named ${subgraph}`)),
};

/**
 * @param create the subgraph's own factory
 * @param peers what the subgraph may ask others; default: nobody is there
 * @param connections most connections of its pool
 * @param caches default: nothing is kept
 * @param shared the database of another, for a second process over the same; default: one of its own
 * @example
 * const providers = await startSubgraph(createProviders);
 * afterAll(() => providers.stop());
 */
export async function startSubgraph(
  create: (dependencies: SubgraphDependencies) => Subgraph,
  {
    peers = noPeers,
    connections = 20,
    caches = noCaches,
    shared,
  }: { peers?: Peers; connections?: number; caches?: Caches; shared?: TestDatabase } = {},
): Promise<TestSubgraph> {
  const database = shared ?? (await createTestDatabase());
  const logger = createLogger({ level: 'error' });
  const metrics = createMetrics();
  const signer = createHopSigner(secret);
  const pool = createPool(
    {
      connectionString: database.connectionString,
      applicationName: 'consulta test',
      max: connections,
      min: 0,
      connectionTimeoutMillis: 30_000,
      idleTimeoutMillis: 10_000,
      maxLifetimeSeconds: 600,
      leakAfterMillis: 30_000,
      refuseSecond: true,
    },
    { logger, metrics },
  );
  const runtime = { logger, metrics, signer, exposeStatements: true };
  const subgraph = create({ pool, runtime, secret, poke: () => undefined, peers, caches });
  const stop = async () => {
    await subgraph.close();
    await pool.end();
    if (shared === undefined) await database.drop();
  };
  const ask = async (viewer: Viewer, request: Readonly<Record<string, unknown>>) => {
    const body = JSON.stringify(request);
    const requestId = randomBytes(8).toString('hex');
    const signature = signer.sign({ viewer, requestId, deadline: Date.now() + 30_000 }, body);
    const answer = await subgraph.execute(signature, body);
    if ('refused' in answer) throw new Error(`the hop was refused: ${answer.refused}`);
    return answer;
  };
  return {
    subgraph,
    database,
    pool,
    async execute<Data>(
      viewer: Viewer,
      query: string,
      variables: Readonly<Record<string, unknown>> = {},
      stream?: 'open' | StreamEvent,
    ) {
      const answer = await ask(viewer, { query, variables, stream });
      return {
        data: (answer.data ?? {}) as Data,
        errors: (answer.errors ?? []).map(({ message, path, extensions }) => ({ message, path, extensions })),
        statements: (answer.extensions?.['statements'] ?? []) as StatementCount[],
        stream: answer.extensions?.['stream'] as OpenedStream | undefined,
      };
    },
    async stream<Data>(
      viewer: Viewer,
      query: string,
      variables: Readonly<Record<string, unknown>>,
      stream: 'open' | StreamEvent,
    ) {
      const { data, errors, extensions } = await ask(viewer, { query, variables, stream });
      return {
        data: (data ?? null) as Data | null,
        codes: (errors ?? []).map((error) => error.extensions['code']),
        opened: (extensions?.['stream'] ?? null) as OpenedStream | null,
      };
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** A viewer of a role; give it the ids that matter to the test. */
export function viewerOf(role: Viewer['role'], ids: Partial<Omit<Viewer, 'role'>> = {}): Viewer {
  const account = role === 'ANONYMOUS' || role === 'SYSTEM' ? null : crypto.randomUUID();
  return { ...anonymous, account, ...ids, role };
}
