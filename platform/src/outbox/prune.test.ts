import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { createEffectTable, emptyOutbox, newConsumer, type Outbox, openOutbox, schema } from './fixture.ts';
import { pruneOutbox } from './prune.ts';
import { registerConsumers, retireConsumer } from './register.ts';

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

test('pruning removes what everyone took and is old, and nothing else', async () => {
  await outbox.commit({ type: 'taken' });
  await registerConsumers(outbox.db, [newConsumer('a')]);
  await outbox.commit({ type: 'waiting' });
  await sql`update ${sql.id(schema, 'outbox')} set occurred_at = now() - interval '8 days'`.execute(outbox.db);
  await registerConsumers(outbox.db, [{ ...newConsumer('a'), eventTypes: [] }]);
  await outbox.commit({ type: 'young' });

  expect(await pruneOutbox(outbox.db, schema, 7)).toBe(1);

  const { rows } = await sql`select type from ${sql.id(schema, 'outbox')} order by id`.execute(outbox.db);
  expect(rows).toEqual([{ type: 'waiting' }, { type: 'young' }]);
});

test('pruning goes on until nothing old is left', async () => {
  await sql`
    insert into ${sql.id(schema, 'outbox')} (aggregate_type, aggregate_id, version, type, occurred_at)
    select 'thing', gen_random_uuid(), 1, 'thing.changed', now() - interval '8 days' from generate_series(1, 2500)`.execute(
    outbox.db,
  );
  expect(await pruneOutbox(outbox.db, schema, 7)).toBe(2_500);
});

test('a retired consumer loses what waited for it and gets nothing any more', async () => {
  await registerConsumers(outbox.db, [newConsumer('a'), newConsumer('b')]);
  await outbox.commit();

  expect(await retireConsumer(outbox.db, schema, 'a')).toBe(1);
  await outbox.commit();

  expect(await outbox.deliveries()).toHaveLength(2);
});
