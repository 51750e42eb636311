import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { Subgraph } from '../subgraph/subgraph.ts';
import { localTransport, remoteTransport } from './transport.ts';

const soon = () => ({ signature: 's', body: '{}', requestId: 'request-1', deadline: Date.now() + 100 });
const coded = (code: string) => expect.objectContaining({ extensions: expect.objectContaining({ code }) });

async function withServer(listener: RequestListener, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a subgraph that hangs is given up at the deadline, in this process and across a socket', async () => {
  const hanging = { execute: () => new Promise<never>(() => undefined) } as unknown as Subgraph;
  await expect(localTransport(hanging).send(soon())).rejects.toThrow(coded('TIMEOUT'));
  await withServer(
    () => undefined,
    async (url) => {
      const transport = remoteTransport('records', url);
      await expect(transport.send(soon())).rejects.toThrow(coded('TIMEOUT'));
    },
  );
});

test('a subgraph that refuses, breaks or is gone is unavailable', async () => {
  for (const [status, body] of [
    [401, '{}'],
    [500, 'oops'],
    [200, 'no json'],
  ] as const) {
    await withServer(
      (_request, response) => response.writeHead(status).end(body),
      async (url) => {
        await expect(remoteTransport('records', url).send(soon())).rejects.toThrow(coded('SERVICE_UNAVAILABLE'));
      },
    );
  }
  const gone = remoteTransport('records', 'http://127.0.0.1:1/graphql');
  await expect(gone.send(soon())).rejects.toThrow(coded('SERVICE_UNAVAILABLE'));
});

test('errors of a subgraph keep their code and path', async () => {
  const answer = { data: null, errors: [{ message: 'No.', path: ['a', 0], extensions: { code: 'FORBIDDEN' } }] };
  await withServer(
    (_request, response) => response.end(JSON.stringify(answer)),
    async (url) => {
      const { errors } = await remoteTransport('records', url).send(soon());
      expect(errors?.[0]).toMatchObject({ message: 'No.', path: ['a', 0], extensions: { code: 'FORBIDDEN' } });
    },
  );
});
