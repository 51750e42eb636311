import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { createLogger } from '../logger.ts';
import { createUnitOfWork } from '../unit-of-work.ts';
import type { Consumer } from './consumer.ts';
import {
  awaitEffects,
  createEffectTable,
  effectsOn,
  emptyOutbox,
  eventually,
  newConsumer,
  newEvent,
  type Outbox,
  openOutbox,
  schema,
} from './fixture.ts';
import { createPoke } from './poke.ts';
import { registerConsumers } from './register.ts';

const logger = createLogger({ level: 'silent' });
/** Longer than any test: what arrives was not polled for. */
const neverPoll = { pollMillis: 3_600_000 };

let database: TestDatabase;
let outbox: Outbox;
beforeAll(async () => {
  database = await createTestDatabase();
  await using setUp = openOutbox(database.connectionString);
  await createEffectTable(setUp.db);
});
beforeEach(async () => {
  outbox = openOutbox(database.connectionString);
  await emptyOutbox(outbox.db);
});
afterEach(() => outbox[Symbol.asyncDispose]());
afterAll(() => database.drop());

const effects = (consumer: string, aggregateId: string, count: number) =>
  awaitEffects(outbox.db, consumer, aggregateId, count);
const drained = () =>
  eventually(
    () => outbox.deliveries(),
    ({ length }) => length === 0,
  );

test('each consumer gets every event of an aggregate in the order of its commits, and each effect happens once', async () => {
  const relays = [1, 2, 3].map(() => outbox.startRelay([newConsumer('a'), newConsumer('b')]));
  await Promise.all(relays);
  const aggregates = Array.from({ length: 5 }, () => randomUUID());
  const versions = Array.from({ length: 40 }, (_, index) => index + 1);

  await Promise.all(
    aggregates.map(async (aggregateId) => {
      for (const version of versions) await outbox.commit({ aggregateId, version });
    }),
  );

  expect(await drained()).toEqual([]);
  for (const aggregateId of aggregates) {
    expect(await effectsOn(outbox.db, 'a', aggregateId)).toEqual(versions);
    expect(await effectsOn(outbox.db, 'b', aggregateId)).toEqual(versions);
  }
});

test('events committed while no relay runs wait for one', async () => {
  await registerConsumers(outbox.db, [newConsumer('a')]);
  const aggregateId = randomUUID();
  await outbox.commit({ aggregateId });

  await outbox.startRelay([newConsumer('a')]);

  expect(await effects('a', aggregateId, 1)).toEqual([1]);
});

test('a burst in one aggregate is delivered in large portions', async () => {
  const sizes: number[] = [];
  const consumer = newConsumer('a');
  await registerConsumers(outbox.db, [consumer]);
  const aggregateId = randomUUID();
  await outbox.unitOfWork.run(async (_transaction, emit) => {
    for (let version = 1; version <= 1_000; version += 1) emit(newEvent({ aggregateId, version }));
  });

  await outbox.startRelay([
    {
      ...consumer,
      deliver: (events, delivery) => consumer.deliver(events, delivery).then(() => void sizes.push(events.length)),
    },
  ]);

  expect(await effects('a', aggregateId, 1_000)).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
  expect(sizes).toEqual([500, 500]);
});

test('a consumer that hangs delays no other', async () => {
  const gate = Promise.withResolvers<void>();
  await outbox.startRelay([newConsumer('slow', () => gate.promise), newConsumer('fast')]);
  const aggregateId = randomUUID();

  for (const version of [1, 2, 3]) await outbox.commit({ aggregateId, version });

  expect(await effects('fast', aggregateId, 3)).toEqual([1, 2, 3]);
  expect(await effectsOn(outbox.db, 'slow', aggregateId)).toEqual([]);
  gate.resolve();
  expect(await effects('slow', aggregateId, 3)).toEqual([1, 2, 3]);
});

test('stopping finishes the turn in hand and leaves the rest to the next relay', async () => {
  const begun = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const consumer: Consumer = newConsumer('a', async () => {
    begun.resolve();
    await gate.promise;
  });
  const relay = await outbox.startRelay([consumer]);
  const [inHand, later] = [randomUUID(), randomUUID()];
  await outbox.commit({ aggregateId: inHand });
  await begun.promise;
  await outbox.commit({ aggregateId: later });

  const stopped = relay.stop();
  gate.resolve();
  await stopped;

  expect(await effectsOn(outbox.db, 'a', inHand)).toEqual([1]);
  expect(await effectsOn(outbox.db, 'a', later)).toEqual([]);
  await outbox.startRelay([consumer]);
  expect(await effects('a', later, 1)).toEqual([1]);
});

test('a commit of another process arrives by its NOTIFY, also after the listening connection was cut', async () => {
  await outbox.startRelay([newConsumer('a')], neverPoll);
  const poke = createPoke({ pool: outbox.pool, schema, logger });
  // Committed here without the fixture's own poke, as another process would.
  const commit = async (aggregateId: string) => {
    await sql`
      with written as (
        insert into ${sql.id(schema, 'outbox')} (aggregate_type, aggregate_id, version, type)
        values ('thing', ${aggregateId}, 1, 'thing.changed') returning id, aggregate_id
      )
      insert into ${sql.id(schema, 'outbox_delivery')} (consumer, outbox_id, aggregate_id)
      select 'a', id, aggregate_id from written`.execute(outbox.db);
    poke(['thing.changed']);
  };
  const listeners = () =>
    eventually(
      async () =>
        (
          await sql<{ pid: number }>`
            select pid from pg_stat_activity where application_name = 'consulta relay listener'
              and query like 'listen%' and datname = current_database()`.execute(outbox.db)
        ).rows,
      ({ length }) => length === 1,
    );
  const [before, cut, after] = [randomUUID(), randomUUID(), randomUUID()];

  const [first] = await listeners();
  await commit(before);
  expect(await effects('a', before, 1)).toEqual([1]);

  await sql`select pg_terminate_backend(${first?.pid})`.execute(outbox.db);
  await commit(cut);
  expect(await effects('a', cut, 1)).toEqual([1]);

  await listeners();
  await commit(after);
  expect(await effects('a', after, 1)).toEqual([1]);
});

test('what is committed behind an event that another relay has in hand arrives without a poll', async () => {
  const begun = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const consumer = newConsumer('a', async ({ version }) => {
    if (version > 1) return;
    begun.resolve();
    await gate.promise;
  });
  const first = await outbox.startRelay([consumer], neverPoll);
  const aggregateId = randomUUID();
  await outbox.commit({ aggregateId, version: 1 });
  await begun.promise;
  const second = await outbox.startRelay([consumer], neverPoll);

  // Of the process with the second relay: the first is told nothing.
  const elsewhere = createUnitOfWork({ db: outbox.db, schema, poke: (types) => second.poke(schema, types) });
  await elsewhere.run(async (_transaction, emit) => emit(newEvent({ aggregateId, version: 2 })));
  gate.resolve();
  await first.stop();

  expect(await effects('a', aggregateId, 2)).toEqual([1, 2]);
});

test('a notified poke wakes who wants one of its types, and one of too many types wakes everyone', async () => {
  const [booked, moved] = ['thing.booked', 'thing.moved'].map((type) => ({ ...newConsumer(type), eventTypes: [type] }));
  await outbox.startRelay(
    [booked, moved].filter((consumer) => consumer !== undefined),
    neverPoll,
  );
  const aggregateId = randomUUID();
  const quietly = createUnitOfWork({ db: outbox.db, schema, poke: () => undefined });
  await quietly.run(async (_transaction, emit) => {
    emit(newEvent({ aggregateId, version: 1, type: 'thing.booked' }));
    emit(newEvent({ aggregateId, version: 2, type: 'thing.moved' }));
  });
  const poke = createPoke({ pool: outbox.pool, schema, logger });

  poke(['thing.moved']);
  expect(await effects('thing.moved', aggregateId, 1)).toEqual([2]);

  poke(Array.from({ length: 1_000 }, (_, index) => `thing.of.kind.${index}`));
  expect(await effects('thing.booked', aggregateId, 1)).toEqual([1]);
});

test('a lost poke costs one poll at most', async () => {
  await outbox.startRelay([newConsumer('a')], { pollMillis: 50 });
  await sleep(100);
  await sql`
    with written as (
      insert into ${sql.id(schema, 'outbox')} (aggregate_type, aggregate_id, version, type)
      values ('thing', gen_random_uuid(), 1, 'thing.changed') returning id, aggregate_id
    )
    insert into ${sql.id(schema, 'outbox_delivery')} (consumer, outbox_id, aggregate_id)
    select 'a', id, aggregate_id from written`.execute(outbox.db);
  expect(await drained()).toEqual([]);
});
