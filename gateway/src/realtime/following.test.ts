import { randomUUID } from 'node:crypto';
import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
import type { EventBus } from '@consulta/platform/event-bus/event-bus';
import { createLogger } from '@consulta/platform/logger';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createBatchedLog } from './batched-log.ts';
import { createTestLog, type TestLog } from './fixture.ts';
import { createFollowing, type Following } from './following.ts';
import type { TailSink } from './tail.ts';

const logger = createLogger({ level: 'silent' });
let bus: EventBus;
let log: TestLog;
let following: Following;
beforeEach(() => {
  bus = createEventBus({ connectionString: inject('adminUrl'), logger });
  log = createTestLog(bus);
  following = newFollowing(50);
});
afterEach(async () => {
  await following.stop();
  await bus.close();
});

const newFollowing = (checkMillis: number) => createFollowing({ bus, log: createBatchedLog(log), logger, checkMillis });
const newTopic = () => `thing:${randomUUID()}`;
function newSink(): TailSink & { readonly positions: number[] } {
  const positions: number[] = [];
  return {
    positions,
    start: () => undefined,
    event: ({ position }) => positions.push(position),
    room: () => undefined,
  };
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('while no message is lost, nothing is read', async () => {
  const [topic, sink, patient] = [newTopic(), newSink(), newFollowing(60_000)];
  await patient.follow([topic], sink);
  for (let index = 0; index < 20; index += 1) await log.append([topic]);
  await expect.poll(() => sink.positions).toEqual(upTo(20));
  expect(log.calls.events).toBe(0);
  await patient.stop();
});

test('a message that names another event before it than the last seen has the log read', async () => {
  const [topic, sink] = [newTopic(), newSink()];
  await following.follow([topic], sink);
  await log.append([topic]);
  await log.append([topic], { isTold: false });
  await log.append([topic]);
  await expect.poll(() => sink.positions).toEqual([1, 2, 3]);
});

test('what came twice, or late, is told once', async () => {
  const [topic, sink] = [newTopic(), newSink()];
  await following.follow([topic], sink);
  const first = await log.append([topic]);
  await log.append([topic]);
  await bus.publish([{ ...first, source: 'test' }]);
  await log.append([topic]);
  await expect.poll(() => sink.positions).toEqual([1, 2, 3]);
});

test('events that no message tells of are found, by one look for all followers', async () => {
  const topics = upTo(30).map(newTopic);
  const sinks = topics.map(newSink);
  await Promise.all(topics.map((topic, index) => following.follow([topic], sinks[index] ?? newSink())));
  for (const topic of topics) await log.append([topic], { isTold: false });
  for (const [index, sink] of sinks.entries()) await expect.poll(() => sink.positions).toEqual([index + 1]);
});

test('what happens while a follower comes is told to it once', async () => {
  const topic = newTopic();
  const sink = newSink();
  let from = 0;
  const writing = (async () => {
    for (let index = 0; index < 200; index += 1) await log.append([topic]);
  })();
  await following.follow([topic], {
    ...sink,
    start(position) {
      from = position;
    },
  });
  await writing;
  await expect.poll(() => sink.positions).toEqual(upTo(200).slice(from));
});

test('a sink without room is spared, and gets the rest from the log', async () => {
  const topic = newTopic();
  const held = Promise.withResolvers<void>();
  let isFull = true;
  const sink = { ...newSink(), room: () => (isFull ? held.promise : undefined) };
  await following.follow([topic], sink);
  for (let index = 0; index < 300; index += 1) await log.append([topic]);
  expect(sink.positions).toEqual([]);
  isFull = false;
  held.resolve();
  await expect.poll(() => sink.positions).toEqual(upTo(300));
});

test('a log that does not answer for a moment costs nothing', async () => {
  const [topic, sink] = [newTopic(), newSink()];
  await following.follow([topic], sink);
  const { events } = log;
  let failures = 1;
  log.events = async (...asked) => {
    failures -= 1;
    if (failures >= 0) throw new Error('away');
    return events(...asked);
  };
  await log.append([topic], { isTold: false });
  await log.append([topic]);
  await expect.poll(() => sink.positions, { timeout: 5_000 }).toEqual([1, 2]);
});

test('a tail that was closed hears nothing', async () => {
  const [topic, sink] = [newTopic(), newSink()];
  const tail = await following.follow([topic], sink);
  tail.close();
  const other = newSink();
  await following.follow([topic], other);
  await log.append([topic]);
  await expect.poll(() => other.positions).toEqual([1]);
  expect(sink.positions).toEqual([]);
});

test('what is asked of the log at the same time is asked together, the same question once', async () => {
  const topics = upTo(700).map(newTopic);
  const [topic = ''] = topics;
  for (let index = 0; index < 3; index += 1) await log.append([topic], { isTold: false });
  const batched = createBatchedLog(log);
  expect((await batched.heads([...topics, topic])).map(({ position }) => position)).toEqual([
    3,
    ...Array.from({ length: 699 }, () => 0),
    3,
  ]);
  expect(log.calls.heads).toBe(2);
  const read = async (after: number) => (await batched.events([{ topic, after }], 100)).map(({ position }) => position);
  expect(await Promise.all([read(0), read(2), read(0)])).toEqual([[1, 2, 3], [3], [1, 2, 3]]);
  expect(log.calls.events).toBe(2);
});
