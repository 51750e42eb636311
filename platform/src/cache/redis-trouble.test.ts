import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { type OwnRedis, startOwnRedis } from '../../../test/kit/redis.ts';
import { createLogger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { eventually } from '../outbox/fixture.ts';
import type { Cache } from './cache.ts';
import {
  definition,
  type Installation,
  newSource,
  openInstallation,
  outcomes,
  type Source,
  untilBypassed,
  untilKept,
} from './fixture.ts';
import { freshMillis } from './keys.ts';

const available = inject('redisUrl') !== null;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Setting extends AsyncDisposable {
  readonly redis: OwnRedis;
  readonly installation: Installation;
  readonly cache: Cache<number>;
  readonly metrics: Metrics;
  /** Kept as 1. */
  readonly id: string;
  readonly source: Source;
  readonly log: readonly string[];
  /** Whether all invalidations have been told, as the outbox would know. */
  told: boolean;
  /** Reads all the time, and notes what was answered. */
  startReading(): { readonly answers: readonly (number | null | undefined)[]; stop(): Promise<void> };
  /** As the relay tells an invalidation: until it is taken. */
  tell(): Promise<void>;
}

async function setUp(): Promise<Setting> {
  const redis = await startOwnRedis({ persistent: true });
  if (redis === null) throw new Error('there is no Redis to start');
  const log: string[] = [];
  const logger = createLogger({ level: 'info', destination: { write: (line: string) => void log.push(line) } });
  const { connectionString } = database;
  const installation = openInstallation({ redisUrl: redis.url, connectionString, answerMillis: 50, logger });
  const { caches, metrics } = installation.newProcess();
  const cache = caches.define(definition('thing'));
  const id = randomUUID();
  const source = newSource({ [id]: 1 });
  const setting: Setting = {
    redis,
    installation,
    cache,
    metrics,
    id,
    source,
    log,
    told: true,
    startReading() {
      const answers: (number | null | undefined)[] = [];
      let reading = true;
      const ended = (async () => {
        for (; reading; await sleep(1)) answers.push((await cache.getMany([id], source.fill)).get(id));
      })();
      return {
        answers,
        async stop() {
          reading = false;
          await ended;
        },
      };
    },
    async tell() {
      const taken = () =>
        installation.feed.voidTags([`thing:${id}`]).then(
          () => true,
          () => false,
        );
      while (!(await taken())) await sleep(20);
      setting.told = true;
    },
    async [Symbol.asyncDispose]() {
      redis.signal('SIGCONT');
      await installation[Symbol.asyncDispose]();
      await redis[Symbol.asyncDispose]();
    },
  };
  await installation.startVouching(async () => setting.told);
  await untilKept(cache, randomUUID());
  await eventually(
    async () => {
      await cache.getMany([id], source.fill);
      return (await outcomes(metrics))['hit'] ?? 0;
    },
    (hits) => hits > 3,
  );
  return setting;
}

const breakerIs = async ({ metrics }: Setting, wanted: number) =>
  eventually(
    async () => (await metrics.registry.getSingleMetric('consulta_cache_breaker_open')?.get())?.values[0]?.value,
    (value) => value === wanted,
  );

/** Memory may serve the former value until it is no longer vouched for, and never again after that. */
function expectOnce(answers: readonly (number | null | undefined)[]): void {
  expect(answers).toEqual(answers.toSorted());
  expect(answers.at(-1)).toBe(2);
}

test.runIf(available)(
  'while Redis hangs reads go on without it, and what it held is not trusted afterwards',
  async () => {
    await using setting = await setUp();
    const { redis, cache, id, source, log } = setting;
    redis.signal('SIGSTOP');
    setting.told = false;
    source.set(id, 2);
    const reading = setting.startReading();
    const telling = setting.tell();

    expect(await breakerIs(setting, 1)).toBe(1);
    // Longer than any word from before the invalidation counts.
    await sleep(freshMillis + 500);
    const soFar = reading.answers.length;
    redis.signal('SIGCONT');
    await telling;

    expect(await breakerIs(setting, 0)).toBe(0);
    await untilKept(cache, randomUUID());
    await reading.stop();
    expect(reading.answers.length).toBeGreaterThan(20);
    expectOnce(reading.answers);
    expect(new Set(reading.answers.slice(soFar))).toEqual(new Set([2]));
    const messages = log.map((line) => JSON.parse(line).msg).filter((message) => message.startsWith('the caches'));
    expect(messages).toEqual(['the caches do without Redis', 'the caches use Redis again']);
  },
);

test.runIf(available)('what Redis comes back with from its disk is not trusted before all was told', async () => {
  await using setting = await setUp();
  const { redis, cache, id, source } = setting;
  redis.signal('SIGKILL');
  setting.told = false;
  source.set(id, 2);
  const reading = setting.startReading();

  await redis.restart();
  await sleep(500);
  await setting.tell();
  await untilKept(cache, randomUUID());
  await reading.stop();

  expect(reading.answers.length).toBeGreaterThan(20);
  expectOnce(reading.answers);
});

test.runIf(available)('what Redis took, and lost as it died, revives nothing', async () => {
  await using setting = await setUp();
  const { redis, cache, id, source } = setting;
  const before = await redis.copyFiles();
  source.set(id, 2);
  await setting.tell();
  await eventually(
    async () => (await cache.getMany([id], source.fill)).get(id),
    (value) => value === 2,
  );
  const reading = setting.startReading();

  redis.signal('SIGKILL');
  await redis.restart(before);
  await untilKept(cache, randomUUID());
  await sleep(200);
  await reading.stop();

  expect(reading.answers.length).toBeGreaterThan(20);
  expect(new Set(reading.answers)).toEqual(new Set([2]));
});

test.runIf(available)(
  'a connection that has gone silent is given up for a new one',
  async () => {
    await using redis = await startOwnRedis({ persistent: false });
    const target = new URL(redis?.url ?? '');
    const sockets = new Set<Socket>();
    const proxy = createServer((socket) => {
      const onward = connect(Number(target.port), target.hostname);
      for (const end of [socket, onward]) sockets.add(end.on('error', () => undefined));
      socket.pipe(onward).pipe(socket);
    });
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    const { port } = proxy.address() as AddressInfo;
    {
      const { connectionString } = database;
      await using relay = openInstallation({ redisUrl: target.href, connectionString });
      await relay.startVouching();
      await using installation = openInstallation({
        redisUrl: `redis://127.0.0.1:${port}`,
        connectionString,
        answerMillis: 50,
      });
      const cache = installation.newProcess().caches.define(definition('thing'));
      await untilKept(cache, randomUUID());

      // As when the network drops every packet: nothing closes.
      for (const socket of sockets) socket.unpipe().pause();

      await untilBypassed(cache);
      await untilKept(cache, randomUUID());
    }
    for (const socket of sockets) socket.destroy();
    proxy.close();
  },
  30_000,
);

test('a process starts and serves while Redis is away', async () => {
  await using installation = openInstallation({
    redisUrl: 'redis://127.0.0.1:1',
    connectionString: database.connectionString,
  });
  const { caches, metrics } = installation.newProcess();
  const cache = caches.define(definition('thing'));
  const source = newSource({ a: 1 });

  for (let asked = 1; asked <= 20; asked += 1) expect((await cache.getMany(['a'], source.fill)).get('a')).toBe(1);

  expect(source.calls()).toBe(20);
  expect(await outcomes(metrics)).toEqual({ bypassed: 20 });
});

test('who asks at the same time shares one fill while Redis is away, too', async () => {
  await using installation = openInstallation({
    redisUrl: 'redis://127.0.0.1:1',
    connectionString: database.connectionString,
  });
  const cache = installation.newProcess().caches.define(definition('thing'));
  const source = newSource({ a: 1 });
  const release = source.hold();

  const asked = Array.from({ length: 50 }, () => cache.getMany(['a'], source.fill));
  await eventually(
    async () => source.calls(),
    (calls) => calls === 1,
  );
  release();

  for (const values of await Promise.all(asked)) expect(values.get('a')).toBe(1);
  expect(source.calls()).toBe(1);
});

test('who comes after an invalidation waits for no fill from before while Redis is away, either', async () => {
  await using installation = openInstallation({
    redisUrl: 'redis://127.0.0.1:1',
    connectionString: database.connectionString,
  });
  const { caches } = installation.newProcess();
  const cache = caches.define(definition('thing'));
  const source = newSource({ a: 1 });
  const release = source.hold();
  const before = cache.getMany(['a'], source.fill);
  await eventually(
    async () => source.calls(),
    (calls) => calls === 1,
  );

  caches.invalidate(['thing:a']);
  const after = await cache.getMany(['a'], newSource({ a: 2 }).fill);

  expect(after.get('a')).toBe(2);
  release();
  expect((await before).get('a')).toBe(1);
});
