import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/kit/database.ts';
import { idempotent, pruneIdempotency } from './idempotency.ts';
import { createEffectTable, newEvent, type Outbox, openOutbox, schema } from './outbox/fixture.ts';
import type { Work } from './unit-of-work.ts';
import { UserError } from './user-error.ts';

let database: TestDatabase;
let outbox: Outbox;

beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
  await createEffectTable(outbox.db);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});

const request = { operation: 'bookAppointment', input: { slot: 1, patient: 'p' } };
const effects = async (aggregateId: string) => {
  const { rows } = await sql<{ changes: number; events: number }>`
    select (select count(*) from ${sql.id(schema, 'effect')} where aggregate_id = ${aggregateId}) as changes,
           (select count(*) from ${sql.id(schema, 'outbox')} where aggregate_id = ${aggregateId}) as events`.execute(
    outbox.db,
  );
  return rows[0];
};

/** Writes and emits; counts its runs. */
function newWork(aggregateId: string, refuse?: () => UserError | undefined) {
  const work: Work<unknown, { id: string; run: number }> & { runs: number } = Object.assign(
    async (...[transaction, emit]: Parameters<Work<unknown, unknown>>) => {
      work.runs += 1;
      await sql`insert into ${sql.id(schema, 'effect')} (aggregate_id) values (${aggregateId})`.execute(transaction);
      emit(newEvent({ aggregateId, version: work.runs }));
      const refusal = refuse?.();
      if (refusal !== undefined) throw refusal;
      return { id: aggregateId, run: work.runs };
    },
    { runs: 0 },
  );
  return work;
}

test('50 clients race with one key: one executes, all get its outcome', async () => {
  const id = randomUUID();
  const key = randomUUID();
  const work = newWork(id);

  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => idempotent(outbox.unitOfWork, { principal: 'account:1', key, request }, work)),
  );

  expect(work.runs).toBe(1);
  expect(outcomes).toEqual(Array.from({ length: 50 }, () => ({ id, run: 1 })));
  expect(await effects(id)).toEqual({ changes: 1, events: 1 });
});

test('50 clients race with one key to a refusal: one executes, all are refused alike, and nothing stays', async () => {
  const id = randomUUID();
  const key = randomUUID();
  const work = newWork(id, () => new UserError('SLOT_TAKEN', 'This time is taken.', ['slot']));

  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () => idempotent(outbox.unitOfWork, { principal: 'account:1', key, request }, work)),
  );

  expect(work.runs).toBe(1);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { name: 'UserError', code: 'SLOT_TAKEN', message: 'This time is taken.', field: ['slot'] },
    });
  }
  expect(await effects(id)).toEqual({ changes: 0, events: 0 });
});

test('a refusal is kept, even where the same request would be granted by now', async () => {
  const key = randomUUID();
  let taken = true;
  const work = newWork(randomUUID(), () => (taken ? new UserError('SLOT_TAKEN', 'This time is taken.') : undefined));
  const attempt = () => idempotent(outbox.unitOfWork, { principal: 'account:1', key, request }, work);

  await expect(attempt()).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
  taken = false;

  await expect(attempt()).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
});

test('a key that comes with another request is refused, and the first outcome stays', async () => {
  const key = randomUUID();
  const work = newWork(randomUUID());
  const first = await idempotent(outbox.unitOfWork, { principal: 'account:1', key, request }, work);

  const other = idempotent(outbox.unitOfWork, { principal: 'account:1', key, request: { ...request, x: 1 } }, work);

  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] });
  expect(await idempotent(outbox.unitOfWork, { principal: 'account:1', key, request }, work)).toEqual(first);
});

test('a request is the same whatever the order of its fields', async () => {
  const key = randomUUID();
  const work = newWork(randomUUID());
  await idempotent(outbox.unitOfWork, { principal: 'account:1', key, request }, work);

  const turned = { input: { patient: 'p', slot: 1 }, operation: 'bookAppointment' };
  await idempotent(outbox.unitOfWork, { principal: 'account:1', key, request: turned }, work);

  expect(work.runs).toBe(1);
});

test('two principals may choose the same key', async () => {
  const key = randomUUID();
  const work = newWork(randomUUID());

  await idempotent(outbox.unitOfWork, { principal: 'account:1', key, request }, work);
  await idempotent(outbox.unitOfWork, { principal: 'account:2', key, request }, work);

  expect(work.runs).toBe(2);
});

test('a failure that is no refusal leaves the key free for the next attempt', async () => {
  const id = randomUUID();
  const key = randomUUID();
  let broken = true;
  const inner = newWork(id);
  const work: typeof inner = Object.assign(
    async (...parameters: Parameters<typeof inner>) => {
      const result = await inner(...parameters);
      if (broken) throw new Error('connection lost');
      return result;
    },
    { runs: 0 },
  );
  const attempt = () => idempotent(outbox.unitOfWork, { principal: 'account:1', key, request }, work);

  await expect(attempt()).rejects.toThrow('connection lost');
  broken = false;

  expect(await attempt()).toEqual({ id, run: 2 });
  expect(await effects(id)).toEqual({ changes: 1, events: 1 });
});

test('a request without a key executes each time', async () => {
  const work = newWork(randomUUID());
  await idempotent(outbox.unitOfWork, { principal: 'account:1', key: null, request }, work);
  await idempotent(outbox.unitOfWork, { principal: 'account:1', key: null, request }, work);
  expect(work.runs).toBe(2);
});

test('old keys are forgotten, young ones stay', async () => {
  await sql`truncate ${sql.id(schema, 'idempotency')}`.execute(outbox.db);
  await sql`
    insert into ${sql.id(schema, 'idempotency')} (principal, key, request_hash, outcome, created_at)
    select 'account:1', n::text, '', '{}', now() - make_interval(hours => n) from generate_series(1, 2500) n`.execute(
    outbox.db,
  );

  expect(await pruneIdempotency(outbox.db, schema, 7)).toBe(2_500 - 7 * 24 + 1);
});
