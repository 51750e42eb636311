import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import type { Consumer, Delivery } from './consumer.ts';
import { createEffectTable, emptyOutbox, eventually, newEvent, type Outbox, openOutbox, schema } from './fixture.ts';
import { beginning } from './queue.ts';
import { rebuildReadModel } from './rebuild.ts';
import { registerConsumers } from './register.ts';
import { takeTurn } from './turn.ts';

/** What an owner knows, and a count of it that a consumer keeps. */
const truth = sql.id(schema, 'truth');
const model = sql.id(schema, 'model');

let database: TestDatabase;
let outbox: Outbox;
beforeAll(async () => {
  database = await createTestDatabase();
  await using setUp = openOutbox(database.connectionString);
  await createEffectTable(setUp.db);
  for (const table of [truth, model])
    await sql`create table ${table} (key text primary key, count int)`.execute(setUp.db);
});
beforeEach(async () => {
  outbox = openOutbox(database.connectionString);
  await emptyOutbox(outbox.db);
  await sql`truncate ${truth}, ${model}`.execute(outbox.db);
  await registerConsumers(outbox.db, [counting]);
});
afterEach(() => outbox[Symbol.asyncDispose]());
afterAll(() => database.drop());

async function countUp(table: typeof truth, db: Kysely<unknown>, key: string): Promise<void> {
  await sql`
    insert into ${table} as known (key, count) values (${key}, 1)
    on conflict (key) do update set count = known.count + 1`.execute(db);
}

/** Many aggregates count for one key, as many appointments make one relationship. */
const counting: Consumer = {
  name: 'counting',
  source: schema,
  eventTypes: ['*'],
  async deliver(events, { transaction }) {
    for (const { payload } of events) await countUp(model, transaction<unknown>(schema), String(payload['key']));
  },
};

const change = (key: string): Promise<void> =>
  outbox.unitOfWork.run(async (transaction, emit) => {
    await countUp(truth, transaction, key);
    emit(newEvent({ aggregateId: randomUUID(), payload: { key } }));
  });

async function refill({ transaction }: Delivery): Promise<void> {
  const within = transaction<unknown>(schema);
  await sql`delete from ${model}`.execute(within);
  await sql`insert into ${model} select * from ${truth}`.execute(within);
}

async function contentOf(table: typeof truth): Promise<unknown[]> {
  return (await sql`select key, count from ${table} order by key`.execute(outbox.db)).rows;
}

test('while a read model is rebuilt its consumer has no turn, and what happens meanwhile is delivered on top', async () => {
  await change('a');

  await rebuildReadModel(outbox.db, counting, async (delivery) => {
    await change('a');
    const turn = await takeTurn(outbox.db, counting, beginning);
    expect(turn).toMatchObject({ delivered: [], failed: [], last: null });
    await refill(delivery);
  });

  expect(await contentOf(model)).toEqual([{ key: 'a', count: 1 }]);
  await takeTurn(outbox.db, counting, beginning);
  expect(await contentOf(model)).toEqual([{ key: 'a', count: 2 }]);
});

test('a rebuild waits for the turn in hand, and shows what it delivered once', async () => {
  await change('a');
  const slow: Consumer = {
    ...counting,
    async deliver(events, delivery) {
      rebuilt = rebuildReadModel(outbox.db, counting, refill);
      waiting = await eventually(
        async () =>
          (await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(outbox.db)).rows,
        ({ length }) => length > 0,
      );
      await counting.deliver(events, delivery);
    },
  };
  let rebuilt: Promise<void> | undefined;
  let waiting: unknown[] = [];

  const { delivered } = await takeTurn(outbox.db, slow, beginning);
  await rebuilt;

  expect(waiting).toHaveLength(1);
  expect(delivered).toHaveLength(1);
  expect(await contentOf(model)).toEqual([{ key: 'a', count: 1 }]);
});

test('a failed rebuild leaves the read model as it was, and its consumer goes on', async () => {
  await change('a');
  const failing = rebuildReadModel(outbox.db, counting, async (delivery) => {
    await refill(delivery);
    throw new Error('the owner is away');
  });
  await expect(failing).rejects.toThrow('the owner is away');
  expect(await contentOf(model)).toEqual([]);

  await takeTurn(outbox.db, counting, beginning);
  expect(await contentOf(model)).toEqual([{ key: 'a', count: 1 }]);
});

test('rebuilds amid a stream of events end in what the owner knows, and no event is charged an attempt', async () => {
  const refillSlowly = async (delivery: Delivery) => {
    await sql`delete from ${model}`.execute(delivery.transaction(schema));
    await sql`select pg_sleep(0.05)`.execute(delivery.transaction(schema));
    await refill(delivery);
  };
  const charged: unknown[] = [];
  for (const _ of [1, 2]) await outbox.startRelay([counting], { pollMillis: 10 });
  let rebuilding = true;
  const stream = async (start: number) => {
    for (let n = start; rebuilding; n += 3) await change(`key ${n % 600}`);
  };
  const watch = async () => {
    while (rebuilding) {
      const deliveries = await outbox.deliveries();
      charged.push(...deliveries.filter(({ attempts, state }) => attempts > 0 || state === 'dead'));
    }
  };
  const rebuild = async () => {
    try {
      for (let round = 0; round < 10; round += 1) await rebuildReadModel(outbox.db, counting, refillSlowly);
    } finally {
      rebuilding = false;
    }
  };

  await Promise.all([rebuild(), stream(0), stream(1), stream(2), watch()]);

  const left = await eventually(
    () => outbox.deliveries(),
    ({ length }) => length === 0,
  );
  expect(left).toEqual([]);
  expect(await contentOf(model)).toEqual(await contentOf(truth));
  expect(charged).toEqual([]);
});
