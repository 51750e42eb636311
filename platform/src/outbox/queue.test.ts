import { type CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { newConsumer, type Outbox, openOutbox, schema } from './fixture.ts';
import { beginning, type Claim, claimRuns } from './queue.ts';
import { registerConsumers } from './register.ts';

/** 1,000 aggregates with 100 events each: short queues behind many heads. */
const pending = 100_000;
/** And one with as many again: a long queue behind one head. */
const burst = '00000000-0000-0000-0000-000000000001';
const consumer = newConsumer('a');

let database: TestDatabase;
let outbox: Outbox;
beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
  await registerConsumers(outbox.db, [consumer]);
  await sql`
    with written as (
      insert into ${sql.id(schema, 'outbox')} (aggregate_type, aggregate_id, version, type)
      select 'thing', case when n > ${pending} then ${burst}::uuid else md5((n % 1000)::text)::uuid end, n, 'thing.changed'
      from generate_series(1, ${2 * pending}::int) n
      returning id, aggregate_id
    )
    insert into ${sql.id(schema, 'outbox_delivery')} (consumer, outbox_id, aggregate_id)
    select 'a', id, aggregate_id from written`.execute(outbox.db);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** Runs `statement` and explains what it sent. */
async function explain(statement: (db: Kysely<unknown>) => Promise<unknown>): Promise<Plan> {
  const sent: CompiledQuery[] = [];
  const watched = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: outbox.pool }),
    log: ({ query }) => void sent.push(query),
  });
  return outbox.db.transaction().execute(async (transaction) => {
    await statement(watched);
    const [query] = sent;
    if (query === undefined) throw new Error('nothing was sent');
    const explained = { ...query, sql: `explain (analyze, buffers, format json) ${query.sql}` };
    const { rows } = await transaction.executeQuery<{ 'QUERY PLAN': [{ Plan: Plan }] }>(explained);
    const [row] = rows;
    if (row === undefined) throw new Error('no plan');
    return row['QUERY PLAN'][0].Plan;
  });
}

test('claiming 100 of 1,001 heads among 200,000 pending deliveries reads a few blocks a head and an event, by index only', async () => {
  const plan = await explain((db) => claimRuns(db, consumer, { after: beginning, aggregates: 100, events: 500 }));

  expect(nodes(plan).map((node) => node['Node Type'])).not.toContain('Seq Scan');
  expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(100 * 20 + 500 * 10);
});

test('claimed aggregates share what a turn reads, however long the queue behind one of them', async () => {
  const { queued, more } = await claimRuns(outbox.db, consumer, { after: beginning, aggregates: 100, events: 500 });

  const runs = Map.groupBy(queued, ({ event }) => event.aggregateId);
  expect(runs.size).toBe(100);
  expect([...runs.values()].every(({ length }) => length === 5)).toBe(true);
  expect(runs.get(burst)?.map(({ event }) => event.version)).toEqual([1, 2, 3, 4, 5].map((n) => pending + n));
  expect(more).toBe(true);
});

test('rounds visit every head once, and end', async () => {
  const visited: string[] = [];
  for (let after: string | null = beginning; after !== null; ) {
    const { queued, last }: Claim = await claimRuns(outbox.db, consumer, { after, aggregates: 100, events: 100 });
    visited.push(...new Set(queued.map(({ event }) => event.aggregateId)));
    after = last;
  }
  expect(visited).toHaveLength(1_001);
  expect(new Set(visited).size).toBe(1_001);
});

test('what another relay holds is passed over and told of', async () => {
  await outbox.db.transaction().execute(async (transaction) => {
    await claimRuns(transaction, consumer, { after: beginning, aggregates: 2, events: 2 });

    const { queued, passedOver } = await claimRuns(outbox.db, consumer, { after: beginning, aggregates: 3, events: 3 });

    expect(new Set(queued.map(({ event }) => event.aggregateId)).size).toBe(1);
    expect(queued).toHaveLength(3);
    expect(passedOver).toBe(true);
  });
  const { passedOver } = await claimRuns(outbox.db, consumer, { after: beginning, aggregates: 3, events: 3 });
  expect(passedOver).toBe(false);
});
