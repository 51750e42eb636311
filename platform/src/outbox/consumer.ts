import type { Kysely, Transaction } from 'kysely';
import type { OutboxEvent } from './event.ts';

/** What a consumer may use while it is handed events. */
export interface Delivery {
  /**
   * The transaction that also removes the events from the consumer's queue, bound to a schema: what is written
   * through it happens exactly once, however often the relay dies. An effect anywhere else happens at least
   * once, and must carry the event's version or id so that its receiver can tell a repetition.
   */
  transaction<Database>(schema: string): Transaction<Database>;
  /**
   * Runs `work` once the transaction is committed, before the consumer's next turn. A relay that dies in between never
   * does, and what `work` throws is logged: it may hasten things, nothing may depend on it.
   */
  afterCommit(work: () => Promise<void>): void;
}

/** Someone who must learn of every change: a read model, the event bus, a queue of jobs. */
export interface Consumer {
  /** Unique within `source`, and kept: events wait under this name while no relay runs. */
  readonly name: string;
  /** The schema whose outbox it reads. */
  readonly source: string;
  /** The types it wants, or `['*']` for all. */
  readonly eventTypes: readonly string[];
  /**
   * Receives events in the order of each aggregate's commits; several events of an aggregate may come in one call.
   * Throwing undoes what the call wrote, and the events come again in smaller portions until the one at fault
   * stands alone; that one is retried, later events of its aggregate wait, and those of others go on.
   * A statement may take 30 s, and a wait for anything else 60 s: then the transaction ends.
   *
   * @throws {ConsumerUnavailable} where no event is at fault
   */
  deliver(events: readonly OutboxEvent[], delivery: Delivery): Promise<void>;
  /**
   * Removes what it keeps for some days only. Relays call it every now and then, more than one at a time.
   *
   * @returns how many rows were removed
   */
  prune?(db: Kysely<unknown>, olderThanDays: number): Promise<number>;
}

/**
 * Thrown by a consumer whose target cannot be reached. No event is charged with an attempt: an outage, however
 * long, sets nothing aside. The consumer pauses, then takes up where it was.
 */
export class ConsumerUnavailable extends Error {
  override readonly name = 'ConsumerUnavailable';
}
