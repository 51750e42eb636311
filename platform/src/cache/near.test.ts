import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createEventBus } from '../event-bus/create-event-bus.ts';
import { createLogger } from '../logger.ts';
import { eventually } from '../outbox/fixture.ts';
import { createCacheFeed } from './create-caches.ts';
import { CacheFeedUnavailable } from './feed.ts';
import { type Installation, newSource, openInstallation } from './fixture.ts';
import { freshMillis } from './keys.ts';
import { nearHits, openHearing, openProxy, untilNear } from './near-fixture.ts';
import { createRedisFeed } from './redis-feed.ts';

// What a process keeps in its memory of what all share in Redis.

const redisUrl = inject('redisUrl');
const available = redisUrl !== null;
// A database of its own: there are as many words on freshness as there are files of tests.
const url = new URL('/7', redisUrl ?? 'redis://127.0.0.1:1').href;
const away = 'redis://127.0.0.1:1';
// Only where there is no Redis.
const connectionString = '';
const logger = createLogger({ level: 'silent' });

let installation: Installation;
const opened: { close(): Promise<void> }[] = [];
const keep = <Closable extends { close(): Promise<void> }>(closable: Closable): Closable => {
  opened.push(closable);
  return closable;
};
beforeAll(async () => {
  if (!available) return;
  installation = openInstallation({ redisUrl: url, connectionString });
  await installation.startVouching();
});
afterAll(async () => {
  for (const each of opened.reverse()) await each.close();
  await installation?.[Symbol.asyncDispose]();
});

const open = (name: string, throughUrl = url) => openHearing(name, { url, throughUrl });

test.runIf(available)('what was read from Redis is answered from memory, in each process', async () => {
  await using here = await open('read');
  await using elsewhere = await open('read');
  const [some, none] = [randomUUID(), randomUUID()];
  const source = newSource({ [some]: 7 });
  for (const { cache } of [here, elsewhere, here, elsewhere]) await cache.getMany([some, none], source.fill);
  const before = await Promise.all([here, elsewhere].map(({ metrics }) => nearHits(metrics)));

  for (const { cache } of [here, elsewhere]) {
    expect(await cache.getMany([some, none], source.fill)).toEqual(
      new Map([[some, 7] as const, [none, null] as const]),
    );
  }

  const after = await Promise.all([here, elsewhere].map(({ metrics }) => nearHits(metrics)));
  expect(after).toEqual(before.map((hits) => hits + 2));
  expect(source.calls()).toBe(1);
});

test.runIf(available)('what this process changed is void in its memory at once', async () => {
  await using process = await open('own');
  const { caches, cache, metrics } = process;
  const id = randomUUID();
  const source = newSource({ [id]: 1 });
  for (let value = 2; value < 50; value += 1) {
    if (value === 2) await untilNear(cache, metrics, id, source);
    else await cache.getMany([id], source.fill);
    source.set(id, value);
    caches.invalidate([`own:${id}`]);
    expect((await cache.getMany([id], source.fill)).get(id)).toBe(value);
  }
});

test.runIf(available)('who has heard of an invalidation finds nothing from before it in Redis', async () => {
  await using hearer = await open('told');
  await using other = await open('told');
  const id = randomUUID();
  const source = newSource({ [id]: 0 });
  const answers: Promise<readonly [number, number | null | undefined]>[] = [];
  let current = 0;
  hearer.onVoid(() => {
    const wanted = current;
    answers.push(hearer.cache.getMany([id], source.fill).then((values) => [wanted, values.get(id)] as const));
  });

  for (current = 1; current <= 50; current += 1) {
    await Promise.all([hearer, other].map(({ cache }) => cache.getMany([id], source.fill)));
    source.set(id, current);
    const before = hearer.heard(`told:${id}`);
    await installation.feed.voidTags([`told:${id}`]);
    await hearer.hears(`told:${id}`, before);
  }

  expect(answers.length).toBeGreaterThanOrEqual(50);
  for (const [wanted, value] of await Promise.all(answers)) expect(value).toBe(wanted);
});

test.runIf(available)(
  'no process that has heard of an invalidation serves what is older, however many read',
  async () => {
    await using first = await open('raced');
    await using second = await open('raced');
    await using third = await open('raced');
    const processes = [first, second, third];
    const id = randomUUID();
    const source = newSource({ [id]: 0 });
    const late: { floor: number; value: number | null | undefined }[] = [];
    let reads = 0;
    let floor = 0;
    let writing = true;
    const readers = processes.flatMap(({ cache }) =>
      Array.from({ length: 4 }, async () => {
        for (; writing; await sleep(Math.random() * 3)) {
          const least = floor;
          const value = (await cache.getMany([id], source.fill)).get(id);
          reads += 1;
          if ((value ?? -1) < least) late.push({ floor: least, value });
        }
      }),
    );

    for (let value = 1; value <= 150; value += 1) {
      const before = processes.map(({ heard }) => heard(`raced:${id}`));
      source.set(id, value);
      await installation.feed.voidTags([`raced:${id}`]);
      await Promise.all(processes.map((each, index) => each.hears(`raced:${id}`, before[index] ?? 0)));
      floor = value;
      await sleep(Math.random() * 5);
    }
    writing = false;
    await Promise.all(readers);

    expect(late).toEqual([]);
    expect(reads).toBeGreaterThan(500);
    const near = await Promise.all(processes.map(({ metrics }) => nearHits(metrics)));
    expect(Math.min(...near)).toBeGreaterThan(10);
  },
);

test.runIf(available)(
  'an answer of Redis from before an invalidation is kept by nobody who heard of that',
  async () => {
    await using slow = await openProxy(new URL(url));
    const here = await open('late', slow.url);
    const other = await open('late');
    const id = randomUUID();
    const source = newSource({ [id]: 1 });
    await other.cache.getMany([id], source.fill);
    const asked = slow.hold();
    const before = here.cache.getMany([id], source.fill);
    await asked();

    source.set(id, 2);
    await installation.feed.voidTags([`late:${id}`]);
    await here.hears(`late:${id}`, 0);
    slow.release();

    expect((await before).get(id)).toBe(1);
    for (let times = 0; times < 3; times += 1) {
      expect((await here.cache.getMany([id], source.fill)).get(id)).toBe(2);
    }
  },
);

test.runIf(available)(
  'what is kept in memory is served while Redis is slow, as long as it is vouched for',
  async () => {
    await using slow = await openProxy(new URL(url));
    await using here = await open('slow', slow.url);
    const { cache, metrics } = here;
    const id = randomUUID();
    const source = newSource({ [id]: 1 });
    await untilNear(cache, metrics, id, source);
    const calls = source.calls();
    slow.hold();

    const answers: (number | null | undefined)[] = [];
    // Longer than one word on freshness counts.
    for (let times = 0; times < 30; times += 1) {
      answers.push((await cache.getMany([id], source.fill)).get(id));
      await sleep(freshMillis / 25);
    }

    expect(new Set(answers)).toEqual(new Set([1]));
    expect(source.calls()).toBe(calls);
  },
);

test.runIf(available)('memory is trusted no longer once the bus may have lost something', async () => {
  await using process = await open('gap');
  const { cache, metrics } = process;
  const shared = keep(createRedisFeed({ url, logger }));
  const redis = new Redis(url);
  const id = randomUUID();
  const source = newSource({ [id]: 1 });
  await untilNear(cache, metrics, id, source);
  source.set(id, 2);
  // As if the word to the processes had been lost.
  await eventually(
    () => shared.voidTags([`gap:${id}`]).then(...settled),
    (told) => told,
  );
  expect((await cache.getMany([id], source.fill)).get(id)).toBe(1);

  await redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
  const value = await eventually(
    async () => (await cache.getMany([id], source.fill)).get(id),
    (answer) => answer === 2,
  );

  expect(value).toBe(2);
  await untilNear(cache, metrics, id, source);
  expect((await cache.getMany([id], source.fill)).get(id)).toBe(2);
  redis.disconnect();
});

test.runIf(available)('memory is trusted no longer than it is vouched for, and Redis is asked then', async () => {
  await using process = await open('unheard');
  const { cache, metrics } = process;
  const shared = keep(createRedisFeed({ url, logger }));
  const id = randomUUID();
  const source = newSource({ [id]: 1 });
  await untilNear(cache, metrics, id, source);
  await installation.stopVouching();
  let vouching = true;
  const vouches = (async () => {
    for (; vouching; await sleep(100)) await shared.vouch(async () => true).catch(() => undefined);
  })();
  source.set(id, 2);
  await eventually(
    () => shared.voidTags([`unheard:${id}`]).then(...settled),
    (told) => told,
  );

  const value = await eventually(
    async () => (await cache.getMany([id], source.fill)).get(id),
    (answer) => answer === 2,
  );
  expect(value).toBe(2);
  const { size } = source.reads;
  const [calls, near] = [source.calls(), await nearHits(metrics)];
  for (let times = 0; times < 5; times += 1) await cache.getMany([id], source.fill);
  expect([source.reads.size, source.calls(), await nearHits(metrics)]).toEqual([size, calls, near]);

  vouching = false;
  await vouches;
  await installation.startVouching();
});

test.runIf(available)('what only one of Redis and the bus was told is told again', async () => {
  const bus = keep(createEventBus({ redisUrl: url, connectionString, logger }));
  const noBus = keep(createEventBus({ redisUrl: away, connectionString, logger }));
  const feeds = [
    keep(createCacheFeed({ redisUrl: url, bus: noBus, logger })),
    keep(createCacheFeed({ redisUrl: away, bus, logger })),
  ];
  await sleep(200);

  for (const feed of feeds) {
    await expect(feed.voidTags(['thing'])).rejects.toThrow(CacheFeedUnavailable);
    await expect(feed.vouch(async () => true)).rejects.toThrow(CacheFeedUnavailable);
  }
});

const settled = [() => true, () => false] as const;
