import { setTimeout as sleep } from 'node:timers/promises';
import { generateSecrets, type Secrets } from '@consulta/cli/secrets';
import type { Scale, ScaleName } from '@consulta/cli/seed/scale';
import { seed } from '@consulta/cli/seed/seed';
import { type Stack, type StackOptions, startStack } from '@consulta/cli/stack';
import type { SupergraphUpdates } from '@consulta/gateway/federation/supergraph-file';
import { createLogger } from '@consulta/platform/logger';
import { makeAppointmentSeries } from './appointment-series.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { signInAt } from './sign-in.ts';

/** An answer as a client gets it. */
export interface Answer<Data = unknown> {
  readonly status: number;
  readonly data?: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  }[];
  readonly extensions?: { readonly sql?: SentStatements };
}

/** Every statement of an operation, the gateway's own included. */
export interface SentStatements {
  readonly statements: number;
  readonly texts: readonly {
    readonly subgraph: string;
    readonly field: string;
    readonly count: number;
    readonly sql: string;
  }[];
}

export type Query = <Data = unknown>(
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<Answer<Data>>;

/** A connection as a test selects it. */
export interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

/** The whole product over a database of its own, spoken to through its public address. */
export interface TestStack extends AsyncDisposable {
  readonly url: string;
  readonly database: TestDatabase;
  /** Its keys: with them a test forges what a client might, and speaks as the gateway does. */
  readonly secrets: Secrets;
  /** Lines of the log so far. */
  readonly log: readonly string[];
  readonly anonymous: Query;
  /** Signs a demo account in. */
  signIn(email: `${'patient' | 'doctor' | 'staff' | 'admin'}@demo.local`): Promise<Query>;
  /**
   * As a second process would: the same database and keys, and nothing else in common. Stop it before the first.
   *
   * @param port where it listens: that of one that was stopped, which it takes the place of; default a free one
   */
  another(port?: number): Promise<Pick<TestStack, 'url' | 'anonymous' | 'signIn' | 'stop'>>;
  stop(): Promise<void>;
}

/**
 * @param scale how much data it holds; default `demo`
 * @param redisUrl null runs on PostgreSQL alone
 * @param cache `off` for tests of what is sent to PostgreSQL, or of what happens where that fails; default `on`
 * @param development false as in production: no introspection, no statement counts
 */
export async function startTestStack({
  scale = 'demo',
  redisUrl = null,
  cache = 'on',
  development = true,
  supergraphUpdates,
}: {
  scale?: ScaleName | Scale;
  redisUrl?: string | null;
  cache?: 'on' | 'off';
  development?: boolean;
  supergraphUpdates?: SupergraphUpdates;
} = {}): Promise<TestStack> {
  const database = await createTestDatabase();
  await seed(database.connectionString, { scale, demoPasswords: true });
  await makeAppointmentSeries(database.connectionString);
  const log: string[] = [];
  const options: StackOptions = {
    pool: {
      connectionString: database.connectionString,
      applicationName: 'consulta test',
      max: 20,
      min: 0,
      connectionTimeoutMillis: 30_000,
      idleTimeoutMillis: 10_000,
      maxLifetimeSeconds: 600,
      leakAfterMillis: 10_000,
      refuseSecond: true,
    },
    redisUrl: redisUrl ?? undefined,
    cache,
    host: '127.0.0.1',
    port: 0,
    secrets: generateSecrets(),
    development,
    ...(supergraphUpdates && { supergraphUpdates }),
    logger: createLogger({ destination: { write: (line: string) => void log.push(line) } }),
  };
  const stack = await startStack(options);
  const stop = async () => {
    await stack.close();
    await database.drop();
  };
  return {
    ...clientsOf(stack),
    database,
    secrets: options.secrets,
    log,
    async another(port = 0) {
      const other = await startStack({ ...options, port });
      return { ...clientsOf(other), stop: () => other.close() };
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function clientsOf({ url }: Stack): Pick<TestStack, 'url' | 'anonymous' | 'signIn'> {
  return {
    url,
    anonymous: client(url),
    signIn: async (email) => client(url, await signInAt(url, email)),
  };
}

/** Resolves once the process follows so many subscriptions. */
export async function untilSubscribed(url: string, count: number): Promise<void> {
  const line = new RegExp(`^consulta_stream_subscriptions ${count}$`, 'm');
  while (!line.test(await (await fetch(`${url}/metrics`)).text())) await sleep(20);
}

function client(url: string, token?: string): Query {
  return async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<Data>, 'status'>) };
  };
}
