import { type Kysely, sql } from 'kysely';
import { holdingConnection } from '../postgres/one-connection.ts';
import type { Consumer } from './consumer.ts';
import type { OutboxEvent } from './event.ts';
import type { Verdict } from './failure.ts';

/** An event at its place in a consumer's queue. */
export interface Queued {
  readonly event: OutboxEvent;
  /** How often the consumer failed to take it. */
  readonly attempts: number;
  /** Seconds from commit to being read, by the database's clock. */
  readonly age: number;
}

/** The first pending event of an aggregate, in a consumer's queue. */
export interface Head {
  readonly aggregateId: string;
  /** False where another relay holds it, or it waits for its next attempt. */
  readonly claimed: boolean;
}

/** Sorts before every aggregate's id. */
export const beginning = '00000000-0000-0000-0000-000000000000';

const deliveryOf = ({ source }: Consumer) => sql.id(source, 'outbox_delivery');

/** The advisory lock of a queue: turns share it, who replaces what the consumer keeps holds it alone. */
const lockOf = ({ name, source }: Pick<Consumer, 'name' | 'source'>) => sql`hashtext(${source}), hashtext(${name})`;

/**
 * Begins a turn, unless what the consumer keeps is being replaced: what a turn wrote then would wait for that, or get in
 * its way. Sets what only this transaction needs:
 * - a plan for the queue as it is now: one kept from when the queue was empty scans the whole of a full one;
 * - an end to a statement that hangs, and to a relay that hangs between statements: its claims become free.
 *
 * @returns whether there is a turn to take
 */
export async function beginTurn(transaction: Kysely<unknown>, consumer: Consumer): Promise<boolean> {
  const { rows } = await sql<{ admitted: boolean }>`
    select set_config('plan_cache_mode', 'force_custom_plan', true),
           set_config('statement_timeout', '30s', true),
           set_config('idle_in_transaction_session_timeout', '60s', true),
           pg_try_advisory_xact_lock_shared(${lockOf(consumer)}) as admitted`.execute(transaction);
  return rows[0]?.admitted === true;
}

/**
 * Keeps every relay from a consumer's queue while `work` runs, once the turns in hand have ended. The lock is the
 * session's: it is there before a transaction of `work` takes its snapshot.
 *
 * @param work gets the connection that holds the lock
 */
export function withoutTurns<Result>(
  db: Kysely<unknown>,
  consumer: Pick<Consumer, 'name' | 'source'>,
  work: (connection: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${lockOf(consumer)})`.execute(connection);
    try {
      return await holdingConnection(() => work(connection));
    } finally {
      await sql`select pg_advisory_unlock(${lockOf(consumer)})`.execute(connection);
    }
  });
}

/**
 * Claims aggregates by locking the first pending delivery of each; the lock lasts as long as the transaction.
 *
 * Only that first row is ever claimed. While it exists no other relay sees a later one as first, and it
 * disappears in the same commit as the later ones delivered with it: so two relays never hold one aggregate.
 * Where that commit falls between this statement's snapshot and its lock, the row is gone or no longer due, and
 * READ COMMITTED's second look at it (EvalPlanQual) leaves it out.
 *
 * @param after the id to go on from: aggregates are visited round robin, by one index probe each
 */
export async function claimHeads(
  transaction: Kysely<unknown>,
  consumer: Consumer,
  { after, limit }: { after: string; limit: number },
): Promise<Head[]> {
  const firstAfter = (aggregateId: ReturnType<typeof sql>) => sql`
    select aggregate_id, outbox_id from ${deliveryOf(consumer)}
    where consumer = ${consumer.name} and state = 'pending' and aggregate_id > ${aggregateId}
    order by aggregate_id, outbox_id limit 1`;
  const { rows } = await sql<Head>`
    with recursive head as (
      (${firstAfter(sql`${after}::uuid`)})
      union all
      select next.aggregate_id, next.outbox_id from head cross join lateral (${firstAfter(sql`head.aggregate_id`)}) next
    ),
    page as materialized (select aggregate_id, outbox_id from head limit ${limit})
    select page.aggregate_id as "aggregateId", claim.outbox_id is not null as claimed
    from page left join lateral (
      select outbox_id from ${deliveryOf(consumer)}
      where consumer = ${consumer.name} and aggregate_id = page.aggregate_id and outbox_id = page.outbox_id
        and state = 'pending' and next_attempt_at <= clock_timestamp()
      for update skip locked
    ) claim on true`.execute(transaction);
  return rows;
}

/** The next events of claimed aggregates, up to `perAggregate` of each: so that a burst in one takes few turns. */
export async function readRuns(
  transaction: Kysely<unknown>,
  consumer: Consumer,
  { aggregateIds, perAggregate }: { aggregateIds: readonly string[]; perAggregate: number },
): Promise<Queued[]> {
  const { rows } = await sql<OutboxEvent & { attempts: number; age: number }>`
    select outbox.id, outbox.aggregate_type as "aggregateType", outbox.aggregate_id as "aggregateId",
           outbox.version, outbox.type, outbox.payload, outbox.occurred_at as "occurredAt", run.attempts,
           extract(epoch from clock_timestamp() - outbox.occurred_at)::float8 as age
    from unnest(${aggregateIds}::uuid[]) as claimed(aggregate_id)
    cross join lateral (
      select outbox_id, attempts from ${deliveryOf(consumer)}
      where consumer = ${consumer.name} and state = 'pending' and aggregate_id = claimed.aggregate_id
      order by outbox_id limit ${perAggregate}
    ) run
    join ${sql.id(consumer.source, 'outbox')} outbox on outbox.id = run.outbox_id
    order by outbox.id`.execute(transaction);
  return rows.map(({ attempts, age, ...event }) => ({ event, attempts, age }));
}

export async function removeDelivered(
  transaction: Kysely<unknown>,
  consumer: Consumer,
  delivered: readonly Queued[],
): Promise<void> {
  await sql`
    delete from ${deliveryOf(consumer)}
    where consumer = ${consumer.name} and outbox_id = any(${delivered.map(({ event }) => event.id)}::bigint[])`.execute(
    transaction,
  );
}

export async function recordFailure(
  transaction: Kysely<unknown>,
  consumer: Consumer,
  { event }: Queued,
  { state, delaySeconds, reason }: Verdict & { reason: string },
): Promise<void> {
  await sql`
    update ${deliveryOf(consumer)}
    set attempts = attempts + 1, state = ${state}, last_error = ${reason},
        next_attempt_at = clock_timestamp() + make_interval(secs => ${delaySeconds})
    where consumer = ${consumer.name} and outbox_id = ${event.id}`.execute(transaction);
}
