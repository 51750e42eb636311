import { newConsumer, type Outbox, openOutbox, schema } from '@consulta/platform/outbox/fixture';
import { registerConsumers } from '@consulta/platform/outbox/register';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { Fault } from '../fault.ts';
import { runOutboxCommand } from './run.ts';

let database: TestDatabase;
let outbox: Outbox;
beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
  await registerConsumers(outbox.db, [newConsumer('a')]);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});

const run = (...args: string[]) => runOutboxCommand(args, outbox.pool);

test('status shows what waits for each consumer', async () => {
  await outbox.commit();
  const [header, row] = (await run('status')).split('\n');
  expect(header?.split(/ {2,}/)).toEqual(['schema', 'consumer', 'pending', 'oldest', 'dead']);
  expect(row?.split(/ {2,}/)).toEqual([schema, 'a', '1', expect.stringMatching(/^\d+\.\d s$/), '0']);
});

test.each([[['dead']], [['retry', schema, 'a']], [['discard', schema, 'a', '1']], [['prune', '--days', '1']]])(
  '%j finds nothing to do on a healthy outbox',
  async (args) => {
    expect(await run(...args)).toMatch(/^(0 |schema)/);
  },
);

test('retire drops what waits for the consumer', async () => {
  await outbox.commit();
  expect(await run('retire', schema, 'a')).toMatch(/^a is retired; \d+ deliveries dropped$/);
  expect(await outbox.deliveries()).toEqual([]);
});

test.each([
  [[], 'say status, dead, retry, discard, prune or retire'],
  [['--bogus'], 'consulta outbox status'],
  [['retry', 'nowhere', 'a'], 'name a schema: identity'],
  [['discard', schema], 'name a consumer'],
  [['discard', schema, 'a', '1; drop'], 'the event must be a whole number'],
  [['prune', '--days', '-1'], 'consulta outbox status'],
])('%j is refused with one clear line', async (args, line) => {
  const refusal = await run(...args).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Fault);
  expect(String(refusal)).toContain(line);
});
