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

/** What a turn found when it claimed. */
export interface Claim {
  /** The next events of the aggregates that are the turn's now, each aggregate's in the order of its commits. */
  readonly queued: readonly Queued[];
  /** The last aggregate visited, to go on from; null where the end of the queue was reached. */
  readonly last: string | null;
  /** Whether an aggregate may have more events than were read. */
  readonly more: boolean;
  /** Whether another relay held what was due: what follows that is not its to see, so it is to be looked for again. */
  readonly passedOver: boolean;
}

/** Sorts before every aggregate's id. */
export const beginning = '00000000-0000-0000-0000-000000000000';

const deliveryOf = ({ source }: Consumer) => sql.id(source, 'outbox_delivery');

/** The advisory lock of a queue: turns share it, who replaces what the consumer keeps holds it alone. */
const lockOf = ({ name, source }: Pick<Consumer, 'name' | 'source'>) => sql`hashtext(${source}), hashtext(${name})`;

/**
 * Begins a transaction for a turn, unless what the consumer keeps is being replaced: what a turn wrote then would wait for
 * that, or get in its way. Sets what only this transaction needs:
 * - a plan for the queue as it is now: one kept from when the queue was empty scans the whole of a full one;
 * - an end to a statement that hangs, and to a relay that hangs between statements: its claims become free.
 *
 * All of it is one message to the server, which takes no parameters.
 *
 * @returns whether there is a turn to take
 */
export async function beginTurn(connection: Kysely<unknown>, { name, source }: Consumer): Promise<boolean> {
  const { rows } = await sql<{ admitted: boolean }>`
    begin;
    set local plan_cache_mode = force_custom_plan;
    set local statement_timeout = '30s';
    set local idle_in_transaction_session_timeout = '60s';
    select pg_try_advisory_xact_lock_shared(hashtext(${sql.lit(source)}), hashtext(${sql.lit(name)})) as admitted`.execute(
    connection,
  );
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

/** A row for each event of a claimed aggregate, and one for each aggregate that was not. */
interface Claimed extends OutboxEvent {
  readonly claimed: boolean;
  readonly due: boolean;
  readonly attempts: number;
  readonly age: number;
}

/**
 * Claims aggregates by locking the first pending delivery of each, and reads the next events of those it got, in one
 * statement; the locks last as long as the transaction.
 *
 * Only that first row is ever claimed. While it exists no other relay sees a later one as first, and it
 * disappears in the same commit as the later ones delivered with it: so two relays never hold one aggregate.
 * Where that commit falls between this statement's snapshot and its lock, the row is gone or no longer due, and
 * READ COMMITTED's second look at it (EvalPlanQual) leaves it out. Where the lock succeeds nobody took anything behind it
 * either, so what the snapshot shows there still waits.
 *
 * @param after the id to go on from: aggregates are visited round robin, by one index probe each
 * @param aggregates most aggregates to visit
 * @param events how many the claimed ones share: a burst in one takes few turns
 */
export async function claimRuns(
  transaction: Kysely<unknown>,
  consumer: Consumer,
  { after, aggregates, events }: { after: string; aggregates: number; events: number },
): Promise<Claim> {
  const firstAfter = (aggregateId: ReturnType<typeof sql>) => sql`
    select aggregate_id, outbox_id, next_attempt_at from ${deliveryOf(consumer)}
    where consumer = ${consumer.name} and state = 'pending' and aggregate_id > ${aggregateId}
    order by aggregate_id, outbox_id limit 1`;
  const { rows } = await sql<Claimed>`
    with recursive head as (
      (${firstAfter(sql`${after}::uuid`)})
      union all
      select next.aggregate_id, next.outbox_id, next.next_attempt_at
      from head cross join lateral (${firstAfter(sql`head.aggregate_id`)}) next
    ),
    page as materialized (
      select aggregate_id, outbox_id, next_attempt_at <= clock_timestamp() as due from head limit ${aggregates}
    ),
    visited as materialized (
      select page.aggregate_id, page.due, claim.outbox_id is not null as claimed
      from page left join lateral (
        select outbox_id from ${deliveryOf(consumer)}
        where consumer = ${consumer.name} and aggregate_id = page.aggregate_id and outbox_id = page.outbox_id
          and state = 'pending' and next_attempt_at <= clock_timestamp()
        for update skip locked
      ) claim on true
    )
    select visited.aggregate_id as "aggregateId", visited.due, visited.claimed, run.attempts,
           outbox.id, outbox.aggregate_type as "aggregateType", outbox.version, outbox.type, outbox.payload,
           outbox.occurred_at as "occurredAt",
           extract(epoch from clock_timestamp() - outbox.occurred_at)::float8 as age
    from visited
    left join lateral (
      select outbox_id, attempts from ${deliveryOf(consumer)}
      where visited.claimed and consumer = ${consumer.name} and state = 'pending' and aggregate_id = visited.aggregate_id
      order by outbox_id
      limit (select ceil(${events}::numeric / greatest(count(*) filter (where claimed), 1))::bigint from visited)
    ) run on true
    left join ${sql.id(consumer.source, 'outbox')} outbox on outbox.id = run.outbox_id
    order by visited.aggregate_id, run.outbox_id`.execute(transaction);
  return claimOf(rows, { aggregates, events });
}

function claimOf(rows: readonly Claimed[], most: { aggregates: number; events: number }): Claim {
  const visited = new Set(rows.map(({ aggregateId }) => aggregateId));
  const taken = rows.filter(({ claimed }) => claimed);
  const runs = Map.groupBy(taken, ({ aggregateId }) => aggregateId);
  const longest = Math.max(0, ...Array.from(runs.values(), ({ length }) => length));
  return {
    queued: taken.map(({ claimed, due, attempts, age, ...event }) => ({ event, attempts, age })),
    last: visited.size < most.aggregates ? null : (rows.at(-1)?.aggregateId ?? null),
    more: longest >= Math.ceil(most.events / runs.size),
    passedOver: rows.some(({ claimed, due }) => due && !claimed),
  };
}

/** Takes what was delivered out of the queue and commits the turn, as one message to the server. */
export async function commitDelivered(
  transaction: Kysely<unknown>,
  consumer: Consumer,
  delivered: readonly Queued[],
): Promise<void> {
  const ids = delivered.map(({ event }) => sql.lit(event.id));
  const removal =
    ids.length === 0
      ? sql``
      : sql`delete from ${deliveryOf(consumer)} where consumer = ${sql.lit(consumer.name)} and outbox_id in (${sql.join(ids)});`;
  await sql`${removal} commit`.execute(transaction);
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
