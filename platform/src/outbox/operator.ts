import { type Kysely, sql } from 'kysely';

/** The queue of a registered consumer. */
export interface QueueStatus {
  readonly consumer: string;
  readonly pending: number;
  readonly dead: number;
  /** Seconds since the oldest pending event was committed; null where none waits. */
  readonly oldestSeconds: number | null;
}

/** A delivery that was set aside: what an operator may see of it, which is no payload. */
export interface DeadLetter {
  readonly consumer: string;
  readonly eventId: number;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly type: string;
  readonly attempts: number;
  /** Class and code of the last error. */
  readonly reason: string | null;
  readonly occurredAt: Date;
}

/** Which dead letters an operation means: those of a consumer, or just one. */
export interface DeadLetterFilter {
  readonly consumer: string;
  readonly eventId?: number;
}

export async function queueStatus(db: Kysely<unknown>, schema: string): Promise<QueueStatus[]> {
  const { rows } = await sql<QueueStatus>`
    select known.name as consumer,
           count(*) filter (where delivery.state = 'pending') as pending,
           count(*) filter (where delivery.state = 'dead') as dead,
           extract(epoch from clock_timestamp()
             - min(outbox.occurred_at) filter (where delivery.state = 'pending'))::float8 as "oldestSeconds"
    from ${sql.id(schema, 'outbox_consumer')} known
    left join ${sql.id(schema, 'outbox_delivery')} delivery on delivery.consumer = known.name
    left join ${sql.id(schema, 'outbox')} outbox on outbox.id = delivery.outbox_id
    group by known.name order by known.name`.execute(db);
  return rows;
}

/** Oldest first. */
export async function deadLetters(
  db: Kysely<unknown>,
  schema: string,
  { limit }: { limit: number },
): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select delivery.consumer, outbox.id as "eventId", outbox.aggregate_type as "aggregateType",
           outbox.aggregate_id as "aggregateId", outbox.version, outbox.type, delivery.attempts,
           delivery.last_error as reason, outbox.occurred_at as "occurredAt"
    from ${sql.id(schema, 'outbox_delivery')} delivery
    join ${sql.id(schema, 'outbox')} outbox on outbox.id = delivery.outbox_id
    where delivery.state = 'dead'
    order by delivery.consumer, delivery.outbox_id limit ${limit}`.execute(db);
  return rows;
}

/**
 * Puts dead letters back into the queue. Later events of their aggregates may have been delivered meanwhile,
 * so a consumer compares versions before it lets an old event win.
 *
 * @returns how many there were
 */
export async function retryDeadLetters(db: Kysely<unknown>, schema: string, filter: DeadLetterFilter): Promise<number> {
  const { numAffectedRows } = await sql`
    update ${sql.id(schema, 'outbox_delivery')}
    set state = 'pending', attempts = 0, next_attempt_at = clock_timestamp()
    where ${dead(filter)}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/**
 * Gives dead letters up for good.
 *
 * @returns how many there were
 */
export async function discardDeadLetters(
  db: Kysely<unknown>,
  schema: string,
  filter: DeadLetterFilter,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from ${sql.id(schema, 'outbox_delivery')} where ${dead(filter)}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

function dead({ consumer, eventId }: DeadLetterFilter) {
  const one = eventId === undefined ? sql`` : sql`and outbox_id = ${eventId}`;
  return sql`consumer = ${consumer} and state = 'dead' ${one}`;
}
