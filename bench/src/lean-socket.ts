import { once } from 'node:events';
import { connect } from 'node:net';

/** A client's WebSocket. As lean as can be: what takes the frames shares the cores with what sends them. */
export interface LeanSocket {
  send(text: string): void;
  close(): void;
}

const opcodes = { text: 1, ping: 9, pong: 10 } as const;
/** Of RFC 6455, section 1.3: a server has to answer it, and nobody here looks at the answer. */
const key = 'dGhlIHNhbXBsZSBub25jZQ==';

/** All sockets read into this: what is read is taken before the next one reads. */
const shared = Buffer.allocUnsafe(64 * 1024);
const nothing = Buffer.alloc(0);

/** @param url as of HTTP */
export async function openLeanSocket(url: string, onText: (text: string) => void): Promise<LeanSocket> {
  const { hostname, port, host } = new URL(url);
  const upgraded = Promise.withResolvers<void>();
  let rest = nothing;
  let take = (data: Buffer): Buffer => {
    const end = data.indexOf('\r\n\r\n');
    if (end === -1) return data;
    const head = data.toString('latin1', 0, end);
    if (head.startsWith('HTTP/1.1 101 ')) upgraded.resolve();
    else upgraded.reject(new Error(head));
    take = takeFrames;
    return takeFrames(data.subarray(end + 4));
  };
  const takeFrames = (data: Buffer): Buffer => {
    let left = data;
    for (let frame = frameOf(left); frame !== undefined; frame = frameOf(left)) {
      left = left.subarray(frame.end);
      if (frame.opcode === opcodes.text) onText(frame.payload.toString('latin1'));
      if (frame.opcode === opcodes.ping) socket.write(masked(opcodes.pong, frame.payload));
    }
    return left;
  };
  const socket = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    onread: {
      buffer: shared,
      callback(length) {
        const read = shared.subarray(0, length);
        const left = take(rest.length === 0 ? read : Buffer.concat([rest, read]));
        rest = left.length === 0 ? nothing : Buffer.from(left);
        return true;
      },
    },
  });
  socket.on('error', upgraded.reject);
  socket.on('close', () => upgraded.reject(new Error('the server closed the connection')));
  await once(socket, 'connect');
  socket.write(
    `GET /graphql HTTP/1.1\r\nhost: ${host}\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n` +
      `sec-websocket-key: ${key}\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n`,
  );
  await upgraded.promise;
  return {
    send: (text) => void socket.write(masked(opcodes.text, Buffer.from(text))),
    close: () => void socket.destroy(),
  };
}

/** RFC 6455, section 5.2. A server's frames are not masked; those of a benchmark are shorter than 64 KB. */
function frameOf(data: Buffer): { opcode: number; payload: Buffer; end: number } | undefined {
  const start = data.length > 1 && data.readUInt8(1) === 126 ? 4 : 2;
  if (data.length < start) return undefined;
  const end = start + (start === 4 ? data.readUInt16BE(2) : data.readUInt8(1));
  if (data.length < end) return undefined;
  return { opcode: data.readUInt8(0) & 15, payload: data.subarray(start, end), end };
}

/** A client's frame has to be masked; with zeroes it stays what it is. */
function masked(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 6 : 8);
  head.writeUInt8(128 | opcode, 0);
  head.writeUInt8(128 | Math.min(length, 126), 1);
  if (length >= 126) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
}
