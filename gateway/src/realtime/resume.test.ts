import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
import { createLogger } from '@consulta/platform/logger';
import { expect, inject, test } from 'vitest';
import { startOwnRedis } from '../../../test/kit/redis.ts';
import { createTestLog, startTestGateway } from './fixture.ts';
import { type Follower, follow, watchThing, watchThings } from './fixture-client.ts';

const logger = createLogger({ level: 'silent' });
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Cursor 0 is the beginning: nothing depends on when a client came. */
const fromTheStart = { after: '0' };

async function everyEventOnce(followers: readonly Follower[], count: number): Promise<void> {
  for (const follower of followers) expect(await follower.count(count)).toEqual(upTo(count));
  for (const follower of followers) await follower.stop();
}

test.runIf(inject('redisUrl') !== null)(
  'while events flow the broker dies and comes back: every subscriber of both gateways has every event once, in order',
  async () => {
    await using redis = await startOwnRedis({ persistent: false });
    if (redis === null) throw new Error('this test needs a Redis of its own');
    const newBus = () => createEventBus({ redisUrl: redis.url, connectionString: inject('adminUrl'), logger });
    const buses = [newBus(), newBus(), newBus()] as const;
    const log = createTestLog(buses[0]);
    // The regular look alone would heal it, too late to be what heals it here.
    const limits = { checkMillis: 60_000 };
    await using first = await startTestGateway({ bus: buses[1], log, limits });
    await using second = await startTestGateway({ bus: buses[2], log, limits });
    const topic = `thing:${randomUUID()}`;
    const other = `${topic}:other`;
    const followers = [first, second].flatMap(({ socketUrl }) => [
      follow(() => socketUrl, watchThing, { topic, ...fromTheStart }),
      follow(() => socketUrl, watchThings, { topics: [topic, other], ...fromTheStart }),
    ]);
    const count = 400;
    for (let index = 0; index < count; index += 1) {
      if (index === 100) redis.signal('SIGKILL');
      if (index === 250) await redis.restart();
      await log.append(index % 3 === 0 ? [topic, other] : [topic]);
      await sleep(2);
    }
    await everyEventOnce(followers, count);
    await Promise.all(buses.map((bus) => bus.close()));
  },
);

test('a gateway ends while events flow: its clients go on with the other one and miss nothing', async () => {
  const bus = createEventBus({ connectionString: inject('adminUrl'), logger });
  const log = createTestLog(bus);
  await using first = await startTestGateway({ bus, log });
  await using second = await startTestGateway({ bus, log });
  const topic = `thing:${randomUUID()}`;
  let current = first.socketUrl;
  const followers = upTo(20).map(() => follow(() => current, watchThing, { topic, ...fromTheStart }));
  const count = 300;
  let ended: Promise<void> | undefined;
  for (let index = 0; index < count; index += 1) {
    if (index === 100) {
      current = second.socketUrl;
      ended = first.close();
    }
    await log.append([topic]);
    await sleep(1);
  }
  await ended;
  for (const follower of followers) {
    await follower.count(count);
    expect(follower.connections).toBe(2);
  }
  await everyEventOnce(followers, count);
  await bus.close();
});
