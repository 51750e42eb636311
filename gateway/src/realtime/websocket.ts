import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Connections } from './connections.ts';
import type { StreamLimits } from './limits.ts';
import { isAllowedOrigin } from './origin.ts';
import { createSocket, type Socket, stopAll } from './socket.ts';

const path = '/graphql';

export interface WebSocketDependencies {
  readonly connections: Connections;
  readonly limits: StreamLimits;
  readonly allowedOrigins: readonly string[];
  receive(socket: Socket, text: string): void;
}

/** Takes WebSockets at `/graphql`, beside what the server answers there by HTTP. */
export function addWebSockets(server: Server, dependencies: WebSocketDependencies): void {
  const { connections, limits, allowedOrigins } = dependencies;
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.messageBytes,
    // Each compressing socket would hold windows of 300 KB.
    perMessageDeflate: false,
    handleProtocols,
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    if (pathOf(request) !== path) return refuse(stream, '404 Not Found');
    if (!isAllowedOrigin(request.headers, allowedOrigins)) return refuse(stream, '403 Forbidden');
    if (!connections.isOpen()) return refuse(stream, '503 Service Unavailable');
    const { authorization } = request.headers;
    sockets.handleUpgrade(request, stream, head, (ws) => serve(ws, stream, authorization, dependencies));
  });
}

function serve(
  ws: WebSocket,
  stream: Duplex,
  authorization: string | undefined,
  { connections, limits, receive }: WebSocketDependencies,
): void {
  const socket = createSocket(ws, stream, authorization, Date.now() + limits.initialisationMillis);
  connections.add(socket, 'websocket');
  ws.on('error', () => ws.terminate());
  ws.on('close', () => {
    stopAll(socket);
    if (socket.session !== undefined) connections.release(socket.session.account);
    connections.remove(socket, 'websocket');
  });
  ws.on('pong', () => {
    socket.isAlive = true;
  });
  ws.on('message', (data) => {
    socket.isAlive = true;
    receive(socket, String(data));
  });
  if (ws.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) {
    ws.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
  }
}

function pathOf({ url = '' }: IncomingMessage): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
