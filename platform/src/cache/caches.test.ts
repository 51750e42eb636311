import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { eventually } from '../outbox/fixture.ts';
import type { Cache, CacheDefinition, Caches } from './cache.ts';
import { definition, type Installation, newSource, openInstallation, untilKept } from './fixture.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
});

const redisUrl = inject('redisUrl');
const stores = [
  { store: 'memory', available: true, url: undefined },
  // A database of its own: there are as many words on freshness as there are files of tests.
  { store: 'Redis', available: redisUrl !== null, url: redisUrl === null ? undefined : new URL('/11', redisUrl).href },
];

describe.each(stores)('caches in $store', ({ store, available, url }) => {
  let installation: Installation;
  let here: { caches: Caches; cache: Cache<number> };
  let elsewhere: { caches: Caches; cache: Cache<number> };
  const open = async (more?: Partial<CacheDefinition<number>>, name = 'thing') => {
    const { caches, metrics } = installation.newProcess();
    const cache = caches.define(definition(name, more));
    await untilKept(cache, randomUUID());
    return { caches, cache, metrics };
  };
  beforeAll(async () => {
    if (!available) return;
    installation = openInstallation({ redisUrl: url, connectionString: database.connectionString });
    await installation.startVouching();
    [here, elsewhere] = await Promise.all([open(), open()]);
  });
  afterAll(() => installation?.[Symbol.asyncDispose]());

  test.runIf(available)('a value is made once, and so is the knowledge that there is none', async () => {
    const [some, none] = [randomUUID(), randomUUID()];
    const source = newSource({ [some]: 7 });
    const expected = new Map([
      [some, 7],
      [none, null],
    ]);

    expect(await here.cache.getMany([some, none, some], source.fill)).toEqual(expected);
    expect(await here.cache.getMany([none, some], source.fill)).toEqual(expected);

    expect(source.calls()).toBe(1);
  });

  test.runIf(available)('nothing is asked for nobody', async () => {
    const source = newSource();
    expect(await here.cache.getMany([], source.fill)).toEqual(new Map());
    expect(source.calls()).toBe(0);
  });

  test.runIf(available)(
    'a value that was just made is as one that was kept: JSON, and nobody can alter it',
    async () => {
      const cache = here.caches.define<{ at: unknown; list: number[] }>(definition('json') as never);
      const fill = async (ids: readonly string[]) => new Map(ids.map((id) => [id, { at: new Date(0), list: [1] }]));
      const id = randomUUID();

      const made = (await cache.getMany([id], fill)).get(id);
      const kept = (await cache.getMany([id], fill)).get(id);

      expect(made).toEqual({ at: '1970-01-01T00:00:00.000Z', list: [1] });
      expect(kept).toEqual(made);
      for (const value of [made, kept]) expect(() => value?.list.push(2)).toThrow(TypeError);
    },
  );

  test.runIf(available)('who asks at the same time shares one fill, however the batches overlap', async () => {
    const ids = Array.from({ length: 20 }, (): string => randomUUID());
    const source = newSource(Object.fromEntries(ids.map((id, index) => [id, index])));
    const release = source.hold();

    const asked = Array.from({ length: 100 }, (_, index) => {
      const from = index % 10;
      return here.cache.getMany(ids.slice(from, from + 10), source.fill);
    });
    await eventually(
      async () => source.reads.size,
      (size) => size >= 19,
    );
    release();

    for (const values of await Promise.all(asked)) {
      for (const [id, value] of values) expect(value).toBe(ids.indexOf(id));
    }
    expect(new Set(source.reads.values())).toEqual(new Set([1]));
  });

  test.runIf(available)('an invalidation reaches every process', async () => {
    const id = randomUUID();
    const source = newSource({ [id]: 1 });
    for (const { cache } of [here, elsewhere]) await cache.getMany([id], source.fill);
    source.set(id, 2);

    await installation.feed.voidTags([`thing:${id}`]);

    for (const { cache } of [here, elsewhere]) {
      const value = await eventually(
        async () => (await cache.getMany([id], source.fill)).get(id),
        (answer) => answer === 2,
      );
      expect(value).toBe(2);
    }
  });

  test.runIf(available)('an invalidation of more tags than one message holds reaches all of them', async () => {
    const ids = Array.from({ length: 500 }, () => randomUUID());
    const source = newSource(Object.fromEntries(ids.map((id) => [id, 1])));
    await here.cache.getMany(ids, source.fill);
    for (const id of ids) source.set(id, 2);

    await installation.feed.voidTags(ids.map((id) => `thing:${id}`));

    const distinct = await eventually(
      async () => new Set((await here.cache.getMany(ids, source.fill)).values()),
      (values) => !values.has(1),
    );
    expect(distinct).toEqual(new Set([2]));
  });

  test.runIf(available)('a tag that values share voids them all, and leaves the others alone', async () => {
    const kind = randomUUID();
    const { caches, cache } = await open(
      { tagsOf: (id) => [`tagged:${id}`, `kind:${kind}`, id.slice(0, 3)] },
      'tagged',
    );
    const ids = ['aaa', 'bbb'].map((prefix): string => prefix + randomUUID());
    const source = newSource(Object.fromEntries(ids.map((id) => [id, 1])));
    await cache.getMany(ids, source.fill);

    caches.invalidate(['aaa']);
    await cache.getMany(ids, source.fill);
    expect(ids.map((id) => source.reads.get(id))).toEqual([2, 1]);

    caches.invalidate([`kind:${kind}`]);
    await cache.getMany(ids, source.fill);
    expect(ids.map((id) => source.reads.get(id))).toEqual([3, 2]);
  });

  test.runIf(available)('what a fill read before an invalidation is never served after it', async () => {
    const id = randomUUID();
    const source = newSource({ [id]: 1 });
    const release = source.hold();
    const before = here.cache.getMany([id], source.fill);
    await eventually(
      async () => source.calls(),
      (calls) => calls === 1,
    );

    source.set(id, 2);
    elsewhere.caches.invalidate([`thing:${id}`]);
    await installation.feed.voidTags([`thing:${id}`]);
    // Over the bus, where there is no Redis, it takes a moment; who asks before that may wait for the fill.
    const asked = () => here.cache.getMany([id], async (ids) => new Map(ids.map((each) => [each, 2])));
    const during = await eventually(
      () => Promise.race([asked().then((values) => values.get(id)), sleep(100)]),
      (value) => value === 2,
    );
    expect(during).toBe(2);
    release();

    expect((await before).get(id)).toBe(1);
    for (const { cache } of [here, elsewhere, here]) {
      expect((await cache.getMany([id], source.fill)).get(id)).toBe(2);
    }
  });

  test.runIf(available)(
    'who comes after an invalidation of the same process waits for no fill from before',
    async () => {
      const id = randomUUID();
      const source = newSource({ [id]: 1 });
      const release = source.hold();
      const before = here.cache.getMany([id], source.fill);
      await eventually(
        async () => source.calls(),
        (calls) => calls === 1,
      );
      source.set(id, 2);

      here.caches.invalidate([`thing:${id}`]);
      const after = await here.cache.getMany([id], async (ids) => new Map(ids.map((each) => [each, 2])));
      expect(after.get(id)).toBe(2);

      release();
      expect((await before).get(id)).toBe(1);
      expect((await here.cache.getMany([id], source.fill)).get(id)).toBe(2);
    },
  );

  test.runIf(available)(
    'a fill that fails fails for who waited for it, and keeps nobody from trying again',
    async () => {
      const id = randomUUID();
      const failing = () => Promise.reject(new Error('no database'));

      const asked = await Promise.allSettled([here.cache.getMany([id], failing), here.cache.getMany([id], failing)]);
      expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);

      expect((await elsewhere.cache.getMany([id], newSource({ [id]: 3 }).fill)).get(id)).toBe(3);
    },
  );

  test.runIf(available)('two processes that ask at once make a value once', async () => {
    const ids = Array.from({ length: 50 }, (): string => randomUUID());
    const source = newSource(Object.fromEntries(ids.map((id, index) => [id, index])));

    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 === 0 ? here : elsewhere).cache.getMany(ids.slice(index, index + 10), source.fill),
      ),
    );

    for (const values of answers) for (const [id, value] of values) expect(value).toBe(ids.indexOf(id));
    expect(Math.max(...source.reads.values())).toBe(store === 'Redis' ? 1 : 2);
  });
});
