import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/kit/database.ts';
import { createEffectTable, newConsumer, newEvent, type Outbox, openOutbox, schema } from './outbox/fixture.ts';
import { registerConsumers } from './outbox/register.ts';
import { createUnitOfWork } from './unit-of-work.ts';

let database: TestDatabase;
let outbox: Outbox;

beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
  await createEffectTable(outbox.db);
  await registerConsumers(outbox.db, [
    newConsumer('everything'),
    { ...newConsumer('bookings'), eventTypes: ['thing.booked', 'thing.moved'] },
  ]);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});

const outboxOf = async (aggregateId: string) => {
  const { rows } = await sql<{ version: number; type: string; payload: unknown; consumers: string[] }>`
    select version, type, payload, array(
      select consumer from ${sql.id(schema, 'outbox_delivery')} where outbox_id = id order by consumer
    ) as consumers
    from ${sql.id(schema, 'outbox')} where aggregate_id = ${aggregateId} order by id`.execute(outbox.db);
  return rows;
};
const effectsOf = async (aggregateId: string) => {
  const { rows } = await sql`select from ${sql.id(schema, 'effect')} where aggregate_id = ${aggregateId}`.execute(
    outbox.db,
  );
  return rows.length;
};

test('a change, its events in order and a delivery for each consumer of their type commit together', async () => {
  const aggregateId = randomUUID();
  const pokesBefore = outbox.pokes();

  const result = await outbox.unitOfWork.run(async (transaction, emit) => {
    await sql`insert into ${sql.id(schema, 'effect')} (aggregate_id) values (${aggregateId})`.execute(transaction);
    emit(newEvent({ aggregateId, version: 1, type: 'thing.booked', payload: { clinic: 'c' } }));
    emit(newEvent({ aggregateId, version: 2, type: 'thing.changed' }));
    expect(await outboxOf(aggregateId)).toEqual([]);
    return 'done';
  });

  expect(result).toBe('done');
  expect(await effectsOf(aggregateId)).toBe(1);
  expect(await outboxOf(aggregateId)).toEqual([
    { version: 1, type: 'thing.booked', payload: { clinic: 'c' }, consumers: ['bookings', 'everything'] },
    { version: 2, type: 'thing.changed', payload: {}, consumers: ['everything'] },
  ]);
  expect(outbox.pokes()).toBe(pokesBefore + 1);
});

test('what the work throws leaves no change, no event and no poke behind', async () => {
  const aggregateId = randomUUID();
  const pokesBefore = outbox.pokes();

  const run = outbox.unitOfWork.run(async (transaction, emit) => {
    await sql`insert into ${sql.id(schema, 'effect')} (aggregate_id) values (${aggregateId})`.execute(transaction);
    emit(newEvent({ aggregateId }));
    throw new Error('no');
  });

  await expect(run).rejects.toThrow('no');
  expect(await effectsOf(aggregateId)).toBe(0);
  expect(await outboxOf(aggregateId)).toEqual([]);
  expect(outbox.pokes()).toBe(pokesBefore);
});

test('an event that cannot be written takes the change with it', async () => {
  const aggregateId = randomUUID();
  await outbox.commit({ aggregateId, version: 7 });

  const again = outbox.unitOfWork.run(async (transaction, emit) => {
    await sql`insert into ${sql.id(schema, 'effect')} (aggregate_id) values (${aggregateId})`.execute(transaction);
    emit(newEvent({ aggregateId, version: 7 }));
  });

  await expect(again).rejects.toThrow('outbox_version_once');
  expect(await effectsOf(aggregateId)).toBe(0);
});

test('work that reads only writes nothing and pokes nobody', async () => {
  const pokesBefore = outbox.pokes();
  expect(await outbox.unitOfWork.run(async () => 42)).toBe(42);
  expect(outbox.pokes()).toBe(pokesBefore);
});

test('work that lost a deadlock runs again, and only the events of the run that committed are told', async () => {
  const aggregateId = randomUUID();
  const unitOfWork = createUnitOfWork({ db: outbox.db, schema, poke: () => undefined });
  let runs = 0;

  await unitOfWork.run(async (transaction, emit) => {
    runs += 1;
    emit(newEvent({ aggregateId, version: runs }));
    if (runs < 3) await sql`do $$ begin raise exception 'lost' using errcode = '40P01'; end $$`.execute(transaction);
  });

  expect(runs).toBe(3);
  expect((await outboxOf(aggregateId)).map(({ version }) => version)).toEqual([3]);
});
