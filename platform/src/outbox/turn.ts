import { type Kysely, sql, type Transaction } from 'kysely';
import { holdingConnection } from '../postgres/one-connection.ts';
import { type Consumer, ConsumerUnavailable } from './consumer.ts';
import { reasonOf, type Verdict, verdictAfter } from './failure.ts';
import { beginTurn, claimHeads, type Queued, readRuns, recordFailure, removeDelivered } from './queue.ts';

/** Aggregates that a turn visits, and events that the ones it claims share. */
const aggregatesPerTurn = 100;
const eventsPerTurn = 500;

/** An event that its consumer failed to take, and what became of it. */
export type Failed = Queued & Verdict & { readonly reason: string };

/** What one transaction of the relay did for one consumer. */
export interface Turn {
  readonly delivered: readonly Queued[];
  readonly failed: readonly Failed[];
  /** The last aggregate visited, to go on from; null where the end of the queue was reached. */
  readonly last: string | null;
  /** What the consumer wants done now that all of this is committed. */
  readonly afterwards: readonly (() => Promise<void>)[];
}

/**
 * Claims some aggregates, hands their events to the consumer and settles them, in one transaction: if anything
 * breaks, or the process dies, all of it is undone and every claim is free again. There is no lease to expire.
 */
export function takeTurn(db: Kysely<unknown>, consumer: Consumer, after: string): Promise<Turn> {
  return db.transaction().execute(async (transaction) => {
    if (!(await beginTurn(transaction, consumer))) return { delivered: [], failed: [], last: null, afterwards: [] };
    const heads = await claimHeads(transaction, consumer, { after, limit: aggregatesPerTurn });
    const last = heads.length < aggregatesPerTurn ? null : (heads.at(-1)?.aggregateId ?? null);
    const aggregateIds = heads.filter(({ claimed }) => claimed).map(({ aggregateId }) => aggregateId);
    if (aggregateIds.length === 0) return { delivered: [], failed: [], last, afterwards: [] };

    const perAggregate = Math.ceil(eventsPerTurn / aggregateIds.length);
    const queued = await readRuns(transaction, consumer, { aggregateIds, perAggregate });
    const afterwards: (() => Promise<void>)[] = [];
    const { delivered, failed } = await deliver(queued, (events) =>
      attempt(transaction, consumer, events, (works) => afterwards.push(...works)),
    );
    if (delivered.length > 0) await removeDelivered(transaction, consumer, delivered);
    for (const failure of failed) await recordFailure(transaction, consumer, failure, failure);
    return { delivered, failed, last, afterwards };
  });
}

/**
 * Hands over events; a failure is undone to the savepoint and returned.
 *
 * @param onTaken told what the consumer wants done after the commit
 */
async function attempt(
  transaction: Transaction<unknown>,
  consumer: Consumer,
  queued: readonly Queued[],
  onTaken: (afterwards: readonly (() => Promise<void>)[]) => void,
): Promise<Error | null> {
  const afterwards: (() => Promise<void>)[] = [];
  const within = <Database>(schema: string) => transaction.withSchema(schema) as Transaction<Database>;
  await sql`savepoint attempt`.execute(transaction);
  try {
    const events = queued.map(({ event }) => event);
    const afterCommit = (work: () => Promise<void>) => void afterwards.push(work);
    await holdingConnection(() => consumer.deliver(events, { transaction: within, afterCommit }));
    await sql`release savepoint attempt`.execute(transaction);
    onTaken(afterwards);
    return null;
  } catch (error) {
    if (error instanceof ConsumerUnavailable) throw error;
    await sql`rollback to savepoint attempt`.execute(transaction);
    return error instanceof Error ? error : new Error('a consumer threw something that is no Error');
  }
}

/**
 * All at once first; where that fails, halves it until the event at fault stands alone, so that one poison row
 * costs a few more attempts and delays nobody. Aggregates that failed before do not spoil the first attempt.
 */
async function deliver(
  queued: readonly Queued[],
  attempt: (queued: readonly Queued[]) => Promise<Error | null>,
): Promise<{ delivered: Queued[]; failed: Failed[] }> {
  const delivered: Queued[] = [];
  const failed: Failed[] = [];

  const together = async (runs: readonly (readonly Queued[])[]): Promise<void> => {
    const [first, ...others] = runs;
    if (first === undefined) return;
    if (others.length === 0) {
      await inOrder(first);
      return;
    }
    const all = runs.flat().sort((a, b) => a.event.id - b.event.id);
    if ((await attempt(all)) === null) {
      delivered.push(...all);
      return;
    }
    const middle = runs.length >> 1;
    await together(runs.slice(0, middle));
    await together(runs.slice(middle));
  };

  /** True where later events of the aggregate may follow. */
  const inOrder = async (run: readonly Queued[]): Promise<boolean> => {
    const error = await attempt(run);
    if (error === null) {
      delivered.push(...run);
      return true;
    }
    const [first, ...others] = run;
    if (first === undefined) return true;
    if (others.length > 0) {
      const middle = run.length >> 1;
      return (await inOrder(run.slice(0, middle))) && (await inOrder(run.slice(middle)));
    }
    const verdict = verdictAfter(first.attempts + 1, Math.random());
    failed.push({ ...first, ...verdict, reason: reasonOf(error) });
    return verdict.state === 'dead';
  };

  const runs = [...Map.groupBy(queued, ({ event }) => event.aggregateId).values()];
  await together(runs.filter((run) => run.every(({ attempts }) => attempts === 0)));
  for (const run of runs.filter((run) => run.some(({ attempts }) => attempts > 0))) await inOrder(run);
  return { delivered, failed };
}
