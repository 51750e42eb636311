import type { Kysely, Transaction } from 'kysely';
import type { DomainEvent } from './outbox/event.ts';
import { writeEvents } from './outbox/write.ts';
import { inTransaction } from './postgres/transaction.ts';

/** Adds an event to the unit of work; written with the change it tells of, or not at all. */
export type Emit = (event: DomainEvent) => void;

/** What a use case does inside its transaction. May run again after a deadlock: no effect outside `transaction`. */
export type Work<Database, Result> = (transaction: Transaction<Database>, emit: Emit) => Promise<Result>;

/** Changes and the events that tell of them, committed together. */
export interface UnitOfWork<Database> {
  /** The PostgreSQL schema whose outbox takes the events. */
  readonly schema: string;
  /**
   * Runs `work` in a transaction and commits it with its events. What `work` throws rolls both back and is
   * thrown on; deadlocks and serialization failures run `work` again.
   */
  run<Result>(work: Work<Database, Result>): Promise<Result>;
}

/**
 * @param db bound to `schema`
 * @param poke tells the relay which types of events there are to deliver; called after a commit with events, never awaited.
 *   A lost poke only costs latency: the relay also polls.
 * @param onCommitted told what was committed, at once and without any promise: a process may die before. Default nobody
 */
export function createUnitOfWork<Database>({
  db,
  schema,
  poke,
  onCommitted = () => undefined,
}: {
  db: Kysely<Database>;
  schema: string;
  poke: (types: readonly string[]) => void;
  onCommitted?: (events: readonly DomainEvent[]) => void;
}): UnitOfWork<Database> {
  return {
    schema,
    async run(work) {
      const { result, events } = await inTransaction(db, async (transaction) => {
        const events: DomainEvent[] = [];
        const result = await work(transaction, (event) => events.push(event));
        if (events.length > 0) await writeEvents(transaction, schema, events);
        return { result, events };
      });
      if (events.length > 0) {
        onCommitted(events);
        poke([...new Set(events.map(({ type }) => type))]);
      }
      return result;
    },
  };
}
