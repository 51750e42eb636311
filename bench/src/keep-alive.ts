import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection that is kept, for one request at a time. As lean as can be: what sends the load shares the cores. */
export interface KeptConnection {
  /** Sends a request; resolves with the milliseconds until the last byte of its answer. Its body is decoded when read. */
  send(request: Buffer): Promise<{ readonly millis: number; readonly status: number; readonly body: string }>;
  close(): void;
}

export async function openConnection(url: string): Promise<KeptConnection> {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let chunks: Buffer[] = [];
  let length = 0;
  let expected = Number.POSITIVE_INFINITY;
  let headerLength = 0;
  let answered: ((answer: readonly Buffer[]) => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (expected === Number.POSITIVE_INFINITY) {
      const head = Buffer.concat(chunks);
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      headerLength = end + 4;
      expected = headerLength + Number(/content-length: (\d+)/i.exec(head.toString('latin1', 0, end))?.[1] ?? 0);
    }
    if (length >= expected) answered?.(chunks);
  });
  socket.on('error', (error) => failed?.(error));
  socket.on('close', () => failed?.(new Error('the server closed the connection')));
  return {
    async send(request) {
      chunks = [];
      length = 0;
      expected = Number.POSITIVE_INFINITY;
      const answer = new Promise<readonly Buffer[]>((resolve, reject) => {
        answered = resolve;
        failed = reject;
      });
      const begun = performance.now();
      socket.write(request);
      const received = await answer;
      const millis = performance.now() - begun;
      const headed = headerLength;
      return {
        millis,
        status: Number(received[0]?.toString('latin1', 9, 12)),
        get body() {
          return Buffer.concat(received).toString('utf8', headed);
        },
      };
    },
    close: () => socket.destroy(),
  };
}

export function getRequest(url: string, path: string, headers: Readonly<Record<string, string>> = {}): Buffer {
  const lines = Object.entries({ host: new URL(url).host, 'apollo-require-preflight': 'true', ...headers });
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
}

export function postRequest(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Buffer {
  const text = JSON.stringify(body);
  const all = {
    host: new URL(url).host,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST /graphql HTTP/1.1\r\n${lines.join('')}\r\n${text}`);
}
