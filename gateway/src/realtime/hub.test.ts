import { randomUUID } from 'node:crypto';
import { forbidden, serviceUnavailable } from '@consulta/platform/graphql/errors';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createTestAccounts,
  metricOf,
  openTestRealtime,
  type TestGateway,
  type TestLog,
  type TestRealtime,
} from './fixture.ts';
import { openSocket, type RawSocket, watchThing, watchThings } from './fixture-client.ts';

const accounts = createTestAccounts();
let realtime: TestRealtime;
let log: TestLog;
let gateway: TestGateway;
let topic: string;
beforeEach(async () => {
  topic = `thing:${randomUUID()}`;
  realtime = await openTestRealtime({ accounts });
  ({ log, gateway } = realtime);
});
afterEach(() => realtime.end());

const watch = (variables: Readonly<Record<string, unknown>>, query = watchThing, id = randomUUID()) => ({
  id,
  type: 'subscribe',
  payload: { query, variables },
});
async function connect(account: string | null): Promise<RawSocket> {
  const socket = await openSocket(gateway.socketUrl);
  await socket.init(account === null ? undefined : { authorization: await accounts.bearer(account) });
  return socket;
}
const subscriptions = (count: number) =>
  expect.poll(() => metricOf(gateway, 'consulta_stream_subscriptions')).toBe(count);

function cursorsOf({ messages }: RawSocket): number[] {
  return messages
    .filter(({ type }) => type === 'next')
    .map(({ payload }) => Object.values((payload as { data: Record<string, { cursor: string }> }).data)[0])
    .map((update) => Number(update?.cursor));
}
const cursors = (socket: RawSocket, positions: readonly number[]) =>
  expect.poll(() => cursorsOf(socket)).toEqual(positions);

test('a hundred subscribers with the same operation and rights cost one answer of the graph for each event', async () => {
  const account = accounts.newAccount();
  const sockets = await Promise.all(Array.from({ length: 4 }, () => connect(account)));
  for (const socket of sockets) for (let index = 0; index < 25; index += 1) socket.send(watch({ topic }));
  await subscriptions(100);
  expect(await metricOf(gateway, 'consulta_stream_groups')).toBe(1);

  await log.append([topic]);
  await log.append([topic]);

  for (const socket of sockets) await expect.poll(() => cursorsOf(socket)).toHaveLength(50);
  expect(gateway.graph.hydrated).toBe(2);
  expect(await metricOf(gateway, 'consulta_stream_frames_total')).toBe(200);
});

test('who may see other things, asks for other things, or is somebody else, shares no answer', async () => {
  const [first, second, visitor] = [
    await connect(accounts.newAccount()),
    await connect(accounts.newAccount()),
    await connect(null),
  ];
  first.send(watch({ topic }));
  first.send(watch({ topic }, watchThing.replace('cursor }', 'role cursor }')));
  second.send(watch({ topic }));
  visitor.send(watch({ topic }));
  await subscriptions(4);

  await log.append([topic]);

  await expect.poll(() => cursorsOf(first)).toHaveLength(2);
  await cursors(second, [1]);
  await cursors(visitor, [1]);
  expect(gateway.graph.hydrated).toBe(4);
});

test('events are delivered in their order, however long each takes to be answered', async () => {
  const socket = await connect(null);
  socket.send(watch({ topic }));
  await subscriptions(1);
  const held = Promise.withResolvers<boolean>();
  gateway.graph.beforeAnswer = ({ position }) => (position === 1 ? held.promise : true);

  for (let index = 0; index < 20; index += 1) await log.append([topic]);
  await expect.poll(() => gateway.graph.hydrated).toBe(4);
  expect(cursorsOf(socket)).toEqual([]);
  held.resolve(true);

  await cursors(
    socket,
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
});

test('an event that is none of the subscription is not told, and the next one is', async () => {
  const socket = await connect(null);
  socket.send(watch({ topic }));
  await subscriptions(1);
  gateway.graph.beforeAnswer = ({ position }) => position !== 1;

  await log.append([topic]);
  await log.append([topic]);

  await cursors(socket, [2]);
});

test('access that was taken away ends the subscription with an error, and the others go on', async () => {
  const socket = await connect(accounts.newAccount());
  const [lost, kept] = [watch({ topic }), watch({ topic: `${topic}:other` })];
  socket.send(lost);
  socket.send(kept);
  await subscriptions(2);
  gateway.graph.beforeAnswer = (event) => {
    if (event.topic === topic) throw forbidden();
    return true;
  };

  await log.append([topic]);
  await log.append([`${topic}:other`]);

  expect(await socket.receive('next', lost.id)).toMatchObject({
    payload: { data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] },
  });
  expect(await socket.receive('complete', lost.id)).toEqual({ id: lost.id, type: 'complete' });
  expect(await socket.receive('next', kept.id)).toMatchObject({ payload: { data: { thingUpdated: { cursor: '2' } } } });
  await subscriptions(1);
});

test('an account that is shut out gets no event, though its token lives on', async () => {
  const account = accounts.newAccount();
  const socket = await connect(account);
  const operation = watch({ topic });
  socket.send(operation);
  await subscriptions(1);
  accounts.shutOut(account);

  await log.append([topic]);

  expect(await socket.receive('next', operation.id)).toMatchObject({
    payload: { data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
  });
  expect(gateway.graph.hydrated).toBe(0);
});

test('a part of the graph that is away for a moment costs no event', async () => {
  const socket = await connect(null);
  socket.send(watch({ topic }));
  await subscriptions(1);
  let failures = 2;
  gateway.graph.beforeAnswer = () => {
    failures -= 1;
    if (failures >= 0) throw serviceUnavailable('The graph is away.');
    return true;
  };

  await log.append([topic]);
  await log.append([topic]);

  await cursors(socket, [1, 2]);
});

test('a failure within an answer is masked and ends nothing', async () => {
  const socket = await connect(null);
  const operation = watch({ topic }, watchThing.replace('cursor }', 'cursor broken }'));
  socket.send(operation);
  await subscriptions(1);

  await log.append([topic]);

  const { payload } = await socket.receive('next', operation.id);
  expect(payload).toMatchObject({
    data: { thingUpdated: { cursor: '1', broken: null } },
    errors: [{ path: ['thingUpdated', 'broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
  expect(JSON.stringify(payload)).not.toContain('database');
  await log.append([topic]);
  await expect.poll(() => cursorsOf(socket)).toEqual([1, 2]);
});

test('who comes with a cursor is told what it missed and then what happens, shared with those who come with it', async () => {
  for (let index = 0; index < 250; index += 1) await log.append([topic], { isTold: false });
  const account = accounts.newAccount();
  const live = await connect(account);
  live.send(watch({ topic }));
  await subscriptions(1);
  const late = await connect(account);
  late.send(watch({ topic, after: '10' }));
  late.send(watch({ topic, after: '10' }));
  await subscriptions(3);
  for (let index = 0; index < 50; index += 1) await log.append([topic]);

  const missed = Array.from({ length: 290 }, (_, index) => index + 11);
  await expect.poll(() => cursorsOf(late).toSorted((a, b) => a - b)).toEqual(missed.flatMap((each) => [each, each]));
  await cursors(live, missed.slice(-50));
  expect(await metricOf(gateway, 'consulta_stream_groups')).toBe(1);
  expect(gateway.graph.hydrated).toBe(290);
  expect(gateway.graph.opened).toBe(2);
});

test('several topics are one stream: in order, and an event of two of them once', async () => {
  const topics = [topic, `${topic}:other`];
  const socket = await connect(null);
  socket.send(watch({ topics }, watchThings));
  await subscriptions(1);
  for (let index = 0; index < 30; index += 1) {
    // Some messages are lost, so that what comes first is not what happened first.
    await log.append(index % 3 === 0 ? topics : [topics[index % 2] ?? topic], { isTold: index % 4 !== 0 });
  }
  await cursors(
    socket,
    Array.from({ length: 30 }, (_, index) => index + 1),
  );
});

test('a cursor older than what is kept, or from a log that was lost, is refused: read anew', async () => {
  for (let index = 0; index < 5; index += 1) await log.append([topic]);
  log.prune(3);
  const socket = await connect(null);
  const [old, foreign, last] = [
    watch({ topic, after: '2' }),
    watch({ topic, after: '6' }),
    watch({ topic, after: '3' }),
  ];
  for (const operation of [old, foreign, last]) socket.send(operation);
  for (const { id } of [old, foreign]) {
    expect(await socket.receive('error', id)).toMatchObject({ payload: [{ extensions: { code: 'CURSOR_EXPIRED' } }] });
  }
  await cursors(socket, [4, 5]);
});

test('nobody listens to what nobody follows', async () => {
  const socket = await connect(null);
  const operation = watch({ topic });
  socket.send(operation);
  await subscriptions(1);
  socket.send({ id: operation.id, type: 'complete' });
  await subscriptions(0);
  expect(await metricOf(gateway, 'consulta_stream_groups')).toBe(0);
  await log.append([topic]);
  socket.send(watch({ topic }));
  await subscriptions(1);
  await log.append([topic]);
  await cursors(socket, [2]);
});
