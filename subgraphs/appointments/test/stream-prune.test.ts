import { type Outbox, openOutbox } from '@consulta/platform/outbox/fixture';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import type { Database } from '../src/generated/database.ts';
import { boundsOfStream, eventsAfter } from '../src/stream/queries.ts';
import { pruneStream, takePositions, writeStream } from '../src/stream/write-queries.ts';

let database: TestDatabase;
let outbox: Outbox;
let db: Kysely<Database>;
beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
  db = createKysely<Database>(outbox.pool, 'appointments');
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});
beforeEach(async () => {
  await db.deleteFrom('stream_event').execute();
  await db.updateTable('stream_head').set({ position: 0 }).execute();
});

const write = (count: number, topics: readonly string[] = ['a', 'b']) =>
  db.transaction().execute(async (transaction) => {
    const event = {
      topics,
      aggregateType: 'appointment',
      aggregateId: '0198c0de-0000-7000-8000-000000000000',
      version: 1,
      type: 'appointment.booked',
      occurredAt: new Date(),
    };
    const events = Array.from({ length: count }, () => event);
    return writeStream(transaction, events, await takePositions(transaction, count));
  });
const age = (upTo: number) =>
  db
    .updateTable('stream_event')
    .set({ written_at: sql<Date>`now() - interval '8 days'` })
    .where('position', '<=', upTo)
    .execute();

test('what is old is removed from the beginning on, and the start says where the rest begins', async () => {
  expect(await boundsOfStream(db)).toMatchObject({ start: 1 });
  await write(1_200);
  await age(1_100);

  expect(await pruneStream(db, 7)).toBe(2_200);

  expect(await boundsOfStream(db)).toMatchObject({ start: 1_101 });
  expect(await pruneStream(db, 7)).toBe(0);
});

test('positions go on where everything was removed', async () => {
  await write(3);
  await age(3);
  await pruneStream(db, 7);
  expect(await boundsOfStream(db)).toMatchObject({ start: 4 });

  await write(2);

  const events = await eventsAfter(db, [{ topic: 'a', after: 0 }], 10);
  expect(events.map(({ position, previous }) => [position, previous])).toEqual([
    [4, 0],
    [5, 4],
  ]);
});
