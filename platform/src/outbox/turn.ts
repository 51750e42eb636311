import { type Kysely, sql, type Transaction } from 'kysely';
import { holdingConnection } from '../postgres/one-connection.ts';
import { type Consumer, ConsumerUnavailable } from './consumer.ts';
import { reasonOf, type Verdict, verdictAfter } from './failure.ts';
import { beginTurn, claimRuns, commitDelivered, type Queued, recordFailure } from './queue.ts';

/** Aggregates that a turn visits, and events that the ones it claims share. */
const perTurn = { aggregates: 100, events: 500 };

/** An event that its consumer failed to take, and what became of it. */
export type Failed = Queued & Verdict & { readonly reason: string };

/** What one transaction of the relay did for one consumer. */
export interface Turn {
  readonly delivered: readonly Queued[];
  readonly failed: readonly Failed[];
  /** The last aggregate visited, to go on from; null where the end of the queue was reached. */
  readonly last: string | null;
  /** Whether an aggregate may have more to deliver at once. */
  readonly more: boolean;
  /** Whether another relay held what was due. */
  readonly passedOver: boolean;
  /** What the consumer wants done now that all of this is committed. */
  readonly afterwards: readonly (() => Promise<void>)[];
}

/** What became of the events that a turn handed over. */
type Outcome = Pick<Turn, 'delivered' | 'failed' | 'afterwards'>;

type Method = (transaction: Kysely<unknown>, consumer: Consumer, queued: readonly Queued[]) => Promise<Outcome>;

/** An event among several is at fault: they are to be taken again, in portions. */
class Refused extends Error {
  override readonly name = 'Refused';
}

/**
 * Claims some aggregates, hands their events to the consumer and settles them, in one transaction: if anything
 * breaks, or the process dies, all of it is undone and every claim is free again. There is no lease to expire.
 *
 * Nearly always a consumer takes everything, so a turn first does without savepoints. Where it does not, all of that turn is
 * undone and it is taken again with them.
 */
export async function takeTurn(db: Kysely<unknown>, consumer: Consumer, after: string): Promise<Turn> {
  try {
    return await takeTurnBy(atOnce, db, consumer, after);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return takeTurnBy(inPortions, db, consumer, after);
  }
}

function takeTurnBy(method: Method, db: Kysely<unknown>, consumer: Consumer, after: string): Promise<Turn> {
  const nothing = { delivered: [], failed: [], last: null, more: false, passedOver: false, afterwards: [] };
  return db.connection().execute(async (connection) => {
    try {
      if (!(await beginTurn(connection, consumer))) {
        await sql`rollback`.execute(connection);
        return nothing;
      }
      const { queued, ...claim } = await claimRuns(connection, consumer, { after, ...perTurn });
      if (queued.length === 0) {
        await sql`rollback`.execute(connection);
        return { ...nothing, ...claim };
      }
      const outcome = await method(connection, consumer, queued);
      for (const failure of outcome.failed) await recordFailure(connection, consumer, failure, failure);
      await commitDelivered(connection, consumer, outcome.delivered);
      return { ...claim, ...outcome };
    } catch (error) {
      // Where this fails too the connection is lost, and with it the transaction.
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}

/** Without a savepoint; events that failed before are expected to fail again and go in portions. */
async function atOnce(transaction: Kysely<unknown>, consumer: Consumer, queued: readonly Queued[]): Promise<Outcome> {
  if (queued.some(({ attempts }) => attempts > 0)) return inPortions(transaction, consumer, queued);
  const delivered = queued.toSorted((a, b) => a.event.id - b.event.id);
  try {
    return { delivered, failed: [], afterwards: await handOver(transaction, consumer, delivered) };
  } catch (error) {
    if (error instanceof ConsumerUnavailable) throw error;
    throw new Refused('a consumer did not take what it was handed', { cause: error });
  }
}

async function inPortions(
  transaction: Kysely<unknown>,
  consumer: Consumer,
  queued: readonly Queued[],
): Promise<Outcome> {
  const afterwards: (() => Promise<void>)[] = [];
  const { delivered, failed } = await deliver(queued, (events) =>
    attempt(transaction, consumer, events, (works) => afterwards.push(...works)),
  );
  return { delivered, failed, afterwards };
}

/** @returns what the consumer wants done after the commit */
async function handOver(
  transaction: Kysely<unknown>,
  consumer: Consumer,
  queued: readonly Queued[],
): Promise<(() => Promise<void>)[]> {
  const afterwards: (() => Promise<void>)[] = [];
  // Kysely did not begin the transaction, and so does not call it one.
  const within = <Database>(schema: string) => transaction.withSchema(schema) as unknown as Transaction<Database>;
  const events = queued.map(({ event }) => event);
  const afterCommit = (work: () => Promise<void>) => void afterwards.push(work);
  await holdingConnection(() => consumer.deliver(events, { transaction: within, afterCommit }));
  return afterwards;
}

/**
 * Hands over events; a failure is undone to the savepoint and returned.
 *
 * @param onTaken told what the consumer wants done after the commit
 */
async function attempt(
  transaction: Kysely<unknown>,
  consumer: Consumer,
  queued: readonly Queued[],
  onTaken: (afterwards: readonly (() => Promise<void>)[]) => void,
): Promise<Error | null> {
  await sql`savepoint attempt`.execute(transaction);
  try {
    const afterwards = await handOver(transaction, consumer, queued);
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
