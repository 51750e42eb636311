import { connect } from 'node:net';

/** A client's WebSocket. As lean as can be: what takes the frames shares the cores with what sends them. */
export interface LeanSocket {
  send(text: string): void;
  close(): void;
}

const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** All sockets read into this: what is read is taken before the next one reads. */
const shared = Buffer.allocUnsafe(64 * 1024);

/** @param url as of HTTP */
export function openLeanSocket(url: string, onText: (text: string) => void): Promise<LeanSocket> {
  const { hostname, port, host } = new URL(url);
  const { promise, resolve, reject } = Promise.withResolvers<LeanSocket>();
  let rest: Buffer | undefined;
  let isUpgraded = false;

  const take = (read: Buffer): void => {
    let data = rest === undefined ? read : Buffer.concat([rest, read]);
    rest = undefined;
    if (!isUpgraded) {
      const end = data.indexOf('\r\n\r\n');
      if (end === -1) {
        rest = Buffer.from(data);
        return;
      }
      if (!data.toString('latin1', 0, end).includes(' 101 ')) {
        reject(new Error(data.toString('latin1', 0, end)));
        return;
      }
      isUpgraded = true;
      data = data.subarray(end + 4);
      resolve(client);
    }
    for (;;) {
      const frame = frameOf(data);
      if (frame === undefined) break;
      data = data.subarray(frame.end);
      if (frame.opcode === opcodes.text) onText(frame.payload.toString('latin1'));
      else if (frame.opcode === opcodes.ping) socket.write(masked(opcodes.pong, frame.payload));
    }
    if (data.length > 0) rest = Buffer.from(data);
  };
  const socket = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    onread: {
      buffer: shared,
      callback(length, buffer) {
        take(Buffer.from(buffer.buffer, buffer.byteOffset, length));
        return true;
      },
    },
  });
  const client: LeanSocket = {
    send: (text) => void socket.write(masked(opcodes.text, Buffer.from(text))),
    close: () => void socket.destroy(),
  };
  socket.on('error', reject);
  socket.on('close', () => reject(new Error('the server closed the connection')));
  socket.write(
    `GET /graphql HTTP/1.1\r\nhost: ${host}\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n` +
      'sec-websocket-key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n',
  );
  return promise;
}

/** RFC 6455, section 5.2. A server's frames are not masked. */
function frameOf(data: Buffer): { opcode: number; payload: Buffer; end: number } | undefined {
  if (data.length < 2) return undefined;
  const short = data.readUInt8(1);
  const start = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (data.length < start) return undefined;
  const length = short === 127 ? Number(data.readBigUInt64BE(2)) : short === 126 ? data.readUInt16BE(2) : short;
  const end = start + length;
  if (data.length < end) return undefined;
  return { opcode: data.readUInt8(0) & 15, payload: data.subarray(start, end), end };
}

/** A client's frame has to be masked; with zeroes it stays what it is. */
function masked(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 6 : 8);
  head.writeUInt8(128 | opcode, 0);
  head.writeUInt8(128 | (length < 126 ? length : 126), 1);
  if (length >= 126) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
}
