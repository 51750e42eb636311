import { type Kysely, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { StreamRow } from './queries.ts';

/** An event to be kept, with the topics that it is kept under: at least one. */
export interface NewStreamEvent extends Omit<StreamRow, 'topic' | 'position' | 'previous'> {
  readonly topics: readonly string[];
}

const streamHead = sql.table('appointments.stream_head');
const streamEvent = sql.table('appointments.stream_event');

/**
 * Takes the next positions. The lock of the head is held until the transaction ends: those who come later get higher
 * positions and commit later, so a reader that has seen one has seen all before it.
 *
 * @returns the first of them
 */
export async function takePositions(db: Kysely<Database>, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    update ${streamHead} set position = position + ${count} returning position as last`.execute(db);
  const [head] = rows;
  if (head === undefined) throw new Error('the stream has no head');
  return head.last - count + 1;
}

/**
 * Writes events at the positions from `first` on, each once for each of its topics. A statement of its own, after the lock:
 * one that waits for it would still look for a topic's previous event among those committed before it began to wait.
 */
export async function writeStream(
  db: Kysely<Database>,
  events: readonly NewStreamEvent[],
  first: number,
): Promise<StreamRow[]> {
  const entries = events.flatMap(({ topics, ...event }, index) =>
    topics.map((topic) => ({ ...event, topic, position: first + index })),
  );
  const { rows } = await sql<StreamRow>`
    insert into ${streamEvent}
      (topic, position, previous, aggregate_type, aggregate_id, version, type, occurred_at)
    select entry.topic, entry.position,
      coalesce(lag(entry.position) over (partition by entry.topic order by entry.position), newest.position, 0),
      entry."aggregateType", entry."aggregateId", entry.version, entry.type, entry."occurredAt"
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(
      topic text, position bigint, "aggregateType" text, "aggregateId" uuid, version int, type text,
      "occurredAt" timestamptz
    )
    left join lateral (
      select position from ${streamEvent} kept
      where kept.topic = entry.topic order by kept.position desc limit 1
    ) newest on true
    order by entry.position
    returning topic, position, previous, aggregate_type as "aggregateType", aggregate_id as "aggregateId", version, type,
      occurred_at as "occurredAt"`.execute(db);
  return rows;
}

const rowsPerStatement = 1_000;

/**
 * Removes what was written more than some days ago, from the beginning on: what is left has no gap.
 *
 * @returns how many rows were removed
 */
export async function pruneStream(db: Kysely<Database>, olderThanDays: number): Promise<number> {
  const { rows } = await sql<{ kept: number }>`
    select coalesce(
      (select position from ${streamEvent}
       where written_at >= now() - make_interval(days => ${olderThanDays}) order by position limit 1),
      (select position + 1 from ${streamHead})
    ) as kept`.execute(db);
  const kept = rows[0]?.kept ?? 0;
  for (let pruned = 0; ; ) {
    const { numAffectedRows = 0n } = await sql`
      delete from ${streamEvent} where (topic, position) in (
        select topic, position from ${streamEvent}
        where position < ${kept} order by position limit ${rowsPerStatement} for update skip locked
      )`.execute(db);
    pruned += Number(numAffectedRows);
    if (numAffectedRows < rowsPerStatement) return pruned;
  }
}
