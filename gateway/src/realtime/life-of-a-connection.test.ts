import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestAccounts, metricOf, openTestRealtime } from './fixture.ts';
import { follow, openSocket, watchThing } from './fixture-client.ts';
import type { StreamLimits } from './limits.ts';

async function start(limits: Partial<StreamLimits> = {}) {
  const accounts = createTestAccounts();
  const { log, gateway, end } = await openTestRealtime({ accounts, limits });
  return {
    accounts,
    log,
    gateway,
    topic: `thing:${randomUUID()}`,
    subscriptions: (count: number) => expect.poll(() => metricOf(gateway, 'consulta_stream_subscriptions')).toBe(count),
    [Symbol.asyncDispose]: end,
  };
}

test('4403: a socket ends with its token; a client that has a new one comes back and misses nothing', async () => {
  await using it = await start();
  const account = it.accounts.newAccount();
  let seconds = 2;
  const follower = follow(
    () => it.gateway.socketUrl,
    watchThing,
    { topic: it.topic, after: '0' },
    () => {
      const authorization = it.accounts.bearer(account, seconds);
      seconds = 900;
      return authorization;
    },
  );
  await it.log.append([it.topic]);
  await follower.count(1);
  await expect.poll(() => follower.connections, { timeout: 8_000 }).toBe(2);
  await it.log.append([it.topic]);
  expect(await follower.count(2)).toEqual([1, 2]);
  await follower.stop();
});

test('a ping with a new token of the same account lets a socket live on', async () => {
  await using it = await start();
  const account = it.accounts.newAccount();
  const [refreshed, left] = [await openSocket(it.gateway.socketUrl), await openSocket(it.gateway.socketUrl)];
  for (const socket of [refreshed, left]) {
    const ack = await socket.init({ authorization: await it.accounts.bearer(account, 2) });
    expect(ack.payload).toEqual({ expiresAt: expect.any(String) });
  }
  refreshed.send({ type: 'ping', payload: { authorization: await it.accounts.bearer(account, 900) } });
  expect((await refreshed.receive('pong')).payload).toEqual({ expiresAt: expect.any(String) });

  expect(await left.closed).toEqual({ code: 4403, reason: 'The access token expired' });
  refreshed.send({ id: '1', type: 'subscribe', payload: { query: '{ role }' } });
  expect(await refreshed.receive('next', '1')).toMatchObject({ payload: { data: { role: 'ADMIN' } } });
});

test.each([
  [
    'of another account',
    async (accounts: ReturnType<typeof createTestAccounts>) => accounts.bearer(accounts.newAccount()),
  ],
  ['that is no good', async () => 'Bearer a.b.c'],
])('4403: a ping with a token %s', async (_which, tokenOf) => {
  await using it = await start();
  const socket = await openSocket(it.gateway.socketUrl);
  await socket.init({ authorization: await it.accounts.bearer(it.accounts.newAccount()) });
  socket.send({ type: 'ping', payload: { authorization: await tokenOf(it.accounts) } });
  expect((await socket.closed).code).toBe(4403);
});

test('a token may come in the header of the upgrade', async () => {
  await using it = await start();
  const authorization = await it.accounts.bearer(it.accounts.newAccount());
  const socket = await openSocket(it.gateway.socketUrl, { headers: { authorization } });
  await socket.init();
  socket.send({ id: '1', type: 'subscribe', payload: { query: '{ role }' } });
  expect(await socket.receive('next', '1')).toMatchObject({ payload: { data: { role: 'ADMIN' } } });
});

test('1013: a client that does not read is closed, and the others of its group get everything', async () => {
  await using it = await start({ unreadBytes: 256 * 1024 });
  const query = watchThing.replace('cursor }', 'cursor filler(length: 100000) }');
  const [slow, reading] = [await openSocket(it.gateway.socketUrl), await openSocket(it.gateway.socketUrl)];
  for (const socket of [slow, reading]) {
    await socket.init();
    socket.send({ id: '1', type: 'subscribe', payload: { query, variables: { topic: it.topic } } });
  }
  await it.subscriptions(2);
  slow.ws.pause();
  // What the kernel's buffers of both ends hold is not counted, so it takes as many as it takes.
  let sent = 0;
  while (sent < 2_000 && (await metricOf(it.gateway, 'consulta_stream_slow_consumers_total')) === 0) {
    await it.log.append([it.topic]);
    sent += 1;
    await expect.poll(() => reading.messages.filter(({ type }) => type === 'next').length).toBe(sent);
  }
  expect(await metricOf(it.gateway, 'consulta_stream_slow_consumers_total')).toBe(1);
  await it.subscriptions(1);
  slow.ws.resume();
  expect((await slow.closed).code).toBe(1013);
});

test('1001: a process that ends answers what was asked, takes nobody new, and leaves its clients to others', async () => {
  await using it = await start({ drainMillis: 100 });
  const [idle, busy] = [await openSocket(it.gateway.socketUrl), await openSocket(it.gateway.socketUrl)];
  await idle.init();
  await busy.init();
  const held = Promise.withResolvers<void>();
  it.gateway.graph.slow = held.promise;
  busy.send({ id: '1', type: 'subscribe', payload: { query: '{ slow }' } });
  busy.send({ type: 'ping' });
  await busy.receive('pong');
  const closing = it.gateway.close();
  expect(await idle.closed).toEqual({ code: 1001, reason: 'Going away' });
  await expect(openSocket(it.gateway.socketUrl)).rejects.toThrow('503');
  held.resolve();
  expect(await busy.receive('next', '1')).toMatchObject({ payload: { data: { slow: 'done' } } });
  expect((await busy.closed).code).toBe(1001);
  await closing;
});
