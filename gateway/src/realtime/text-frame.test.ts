import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrame } from './text-frame.ts';

test('frames of every length arrive whole, between those that ws itself writes', async () => {
  const texts = [0, 1, 100, 125, 126, 65_500, 65_536, 200_000].map((length) => 'ü'.repeat(length));
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    sockets.handleUpgrade(request, stream, head, (ws) => {
      for (const text of texts) {
        stream.write(textFrame('{é', Buffer.from(text), '}'));
        ws.send('between');
      }
      ws.close();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const received: string[] = [];
  client.on('message', (data) => received.push(String(data)));
  await once(client, 'close');
  server.close();
  expect(received).toEqual(texts.flatMap((text) => [`{é${text}}`, 'between']));
});
