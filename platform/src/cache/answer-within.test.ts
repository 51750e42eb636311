import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerWithin } from './answer-within.ts';

let server: Server;
beforeAll(async () => {
  server = createServer((socket) => socket.pipe(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

const missing = () => new Error('too slow');

async function ask(socket: Socket): Promise<string> {
  const answer = once(socket, 'data');
  setImmediate(() => socket.write('answer'));
  const [text] = await answer;
  return String(text);
}

test('an answer that arrives while the process is busy is no slow answer', async () => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');

  const answer = answerWithin(20, ask(socket), missing);
  const until = performance.now() + 200;
  while (performance.now() < until) Math.sqrt(until);

  expect(await answer).toBe('answer');
  socket.destroy();
});

test('no answer is one that is missing', async () => {
  await expect(answerWithin(20, new Promise(() => undefined), missing)).rejects.toThrow('too slow');
});
