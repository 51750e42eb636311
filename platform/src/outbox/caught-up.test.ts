import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { isCaughtUp } from './caught-up.ts';
import { emptyOutbox, newConsumer, type Outbox, openOutbox, schema } from './fixture.ts';
import { registerConsumers } from './register.ts';

let database: TestDatabase;
let outbox: Outbox;
beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
  await sql`create table patients.effect ()`.execute(outbox.db);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});
beforeEach(() => emptyOutbox(outbox.db));

const caughtUp = (schemas = [schema]) => isCaughtUp(outbox.db, { consumer: 'a', schemas, patienceMillis: 60_000 });
const age = () => sql`update patients.outbox set occurred_at = now() - interval '2 minutes'`.execute(outbox.db);

test('a consumer is caught up while nothing waits for long', async () => {
  await registerConsumers(outbox.db, [newConsumer('a'), newConsumer('b')]);
  expect(await caughtUp()).toBe(true);
  await outbox.commit();
  expect(await caughtUp()).toBe(true);
  await age();
  expect(await caughtUp()).toBe(false);
  await sql`delete from patients.outbox_delivery where consumer = 'a'`.execute(outbox.db);
  expect(await caughtUp()).toBe(true);
});

test('it is not while anything was set aside, however young', async () => {
  await registerConsumers(outbox.db, [newConsumer('a')]);
  await outbox.commit();
  await sql`update patients.outbox_delivery set state = 'dead'`.execute(outbox.db);
  expect(await caughtUp()).toBe(false);
});

test('it is not where it is unknown to one of the schemas', async () => {
  await registerConsumers(outbox.db, [newConsumer('a')]);
  expect(await caughtUp([schema, 'providers'])).toBe(false);
});
