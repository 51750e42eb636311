import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../metrics.ts';
import { ConsumerUnavailable } from './consumer.ts';
import {
  awaitEffects,
  createEffectTable,
  effectsOn,
  emptyOutbox,
  eventually,
  newConsumer,
  type Outbox,
  openOutbox,
  schema,
} from './fixture.ts';
import { deadLetters, discardDeadLetters, queueStatus, retryDeadLetters } from './operator.ts';
import { registerConsumers } from './register.ts';

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
/** As if the pause after a failure were over. */
const makeDue = (attempts: number) =>
  sql`update ${sql.id(schema, 'outbox_delivery')} set attempts = ${attempts}, next_attempt_at = now()`.execute(
    outbox.db,
  );
const failOn = (version: number) => (event: { version: number }) => {
  if (event.version === version) throw Object.assign(new Error('of Ada Lovelace'), { code: 'E_POISON' });
};

test('a poison event delays later events of its aggregate and nobody else, and its partial effects are undone', async () => {
  const [sick, sound] = [randomUUID(), randomUUID()];
  const consumer = newConsumer('a', failOn(2));
  await registerConsumers(outbox.db, [consumer]);
  for (const version of [1, 2, 3]) await outbox.commit({ aggregateId: sick, version });
  for (const version of [1, 3]) await outbox.commit({ aggregateId: sound, version });

  await outbox.startRelay([consumer], neverPoll);

  expect(await effects('a', sound, 2)).toEqual([1, 3]);
  const waiting = await eventually(
    () => outbox.deliveries(),
    ({ length }) => length === 2,
  );
  expect(waiting).toMatchObject([
    { state: 'pending', attempts: 1, last_error: 'Error E_POISON' },
    { state: 'pending', attempts: 0 },
  ]);
  expect(await effectsOn(outbox.db, 'a', sick)).toEqual([1]);
});

test('after the last attempt it is set aside, logged once without data, counted, and its aggregate goes on', async () => {
  const lines: { level: number; msg: string }[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()));
      done();
    },
  });
  const metrics = createMetrics();
  const aggregateId = randomUUID();
  const consumer = newConsumer('a', failOn(1));
  await registerConsumers(outbox.db, [consumer]);
  for (const version of [1, 2]) await outbox.commit({ aggregateId, version });
  await makeDue(9);

  await outbox.startRelay([consumer], { metrics, logger: createLogger({ destination }) });

  expect(await effects('a', aggregateId, 1)).toEqual([2]);
  expect(await deadLetters(outbox.db, schema, { limit: 10 })).toMatchObject([
    { consumer: 'a', aggregateId, version: 1, attempts: 10, reason: 'Error E_POISON' },
  ]);
  expect(await queueStatus(outbox.db, schema)).toEqual([{ consumer: 'a', pending: 0, dead: 1, oldestSeconds: null }]);
  const errors = lines.filter(({ level }) => level >= 50);
  expect(errors).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain('Lovelace');
  const exposed = await metrics.registry.metrics();
  expect(exposed).toContain('consulta_outbox_dead_total{schema="patients",consumer="a"} 1');
  expect(exposed).toContain('consulta_outbox_deliveries{schema="patients",consumer="a",state="dead"} 1');
  expect(exposed).toContain('consulta_outbox_lag_seconds_count{schema="patients",consumer="a"} 1');
});

test('an operator retries or discards what was set aside', async () => {
  let healed = false;
  const consumer = newConsumer('a', (event) => (healed ? undefined : failOn(1)(event)));
  await registerConsumers(outbox.db, [consumer]);
  const aggregates = [randomUUID(), randomUUID()];
  for (const aggregateId of aggregates) await outbox.commit({ aggregateId });
  await makeDue(9);
  const relay = await outbox.startRelay([consumer], neverPoll);
  const [first, second] = await eventually(
    () => deadLetters(outbox.db, schema, { limit: 10 }),
    ({ length }) => length === 2,
  );

  healed = true;
  expect(await retryDeadLetters(outbox.db, schema, { consumer: 'a', eventId: first?.eventId ?? 0 })).toBe(1);
  relay.poke(schema);
  expect(await effects('a', first?.aggregateId ?? '', 1)).toEqual([1]);
  expect(await discardDeadLetters(outbox.db, schema, { consumer: 'a' })).toBe(1);

  expect(await outbox.deliveries()).toEqual([]);
  expect(await effectsOn(outbox.db, 'a', second?.aggregateId ?? '')).toEqual([]);
});

test('an outage of what a consumer delivers to charges no event, and delivery goes on after it', async () => {
  let attempts = 0;
  const consumer = newConsumer('a', () => {
    attempts += 1;
    if (attempts <= 3) throw new ConsumerUnavailable('away');
  });
  await registerConsumers(outbox.db, [consumer]);
  const aggregateId = randomUUID();
  await outbox.commit({ aggregateId });
  const charged: number[] = [];

  await outbox.startRelay([consumer]);
  await eventually(
    async () => {
      for (const delivery of await outbox.deliveries()) charged.push(delivery.attempts);
      return attempts;
    },
    (count) => count > 3,
  );

  expect(await effects('a', aggregateId, 1)).toEqual([1]);
  expect(new Set(charged)).toEqual(new Set([0]));
});
