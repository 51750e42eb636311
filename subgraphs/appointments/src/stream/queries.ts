import { type Kysely, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

/** An event as it is kept for the followers of one topic. */
export interface StreamRow {
  readonly topic: string;
  readonly position: number;
  readonly previous: number;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly type: string;
  readonly occurredAt: Date;
}

export type StreamHeadRow = Pick<StreamRow, 'topic' | 'position'>;

const streamEvent = sql.table('appointments.stream_event');

/** The next events of each topic after where its reader stands, in one statement. */
export async function eventsAfter(
  db: Kysely<Database>,
  streams: readonly { readonly topic: string; readonly after: number }[],
  most: number,
): Promise<StreamRow[]> {
  const { rows } = await sql<StreamRow>`
    select event.topic, event.position, event.previous, event.aggregate_type as "aggregateType",
      event.aggregate_id as "aggregateId", event.version, event.type, event.occurred_at as "occurredAt"
    from unnest(
      ${streams.map(({ topic }) => topic)}::text[], ${streams.map(({ after }) => after)}::bigint[]
    ) with ordinality as stream(topic, after, place)
    cross join lateral (
      select topic, position, previous, aggregate_type, aggregate_id, version, type, occurred_at
      from ${streamEvent} kept
      where kept.topic = stream.topic and kept.position > stream.after order by kept.position limit ${most}
    ) event
    order by stream.place, event.position`.execute(db);
  return rows;
}

/** The newest position of each topic, in order. */
export async function headsOf(db: Kysely<Database>, topics: readonly string[]): Promise<StreamHeadRow[]> {
  const { rows } = await sql<StreamHeadRow>`
    select wanted.topic, coalesce(newest.position, 0) as position
    from unnest(${topics}::text[]) with ordinality as wanted(topic, place)
    left join lateral (
      select position from ${streamEvent} kept
      where kept.topic = wanted.topic order by kept.position desc limit 1
    ) newest on true
    order by wanted.place`.execute(db);
  return rows;
}

/** What happened after a position, whatever the topic. */
export async function newsAfter(db: Kysely<Database>, after: number, most: number): Promise<StreamHeadRow[]> {
  const { rows } = await sql<StreamHeadRow>`
    select topic, position from ${streamEvent}
    where position > ${after} order by position, topic limit ${most}`.execute(db);
  return rows;
}

/** What is kept of the stream: its lowest position, the next one where there is nothing, and the last that was given. */
export interface StreamBoundsRow {
  readonly start: number;
  readonly end: number;
}

export async function boundsOfStream(db: Kysely<Database>): Promise<StreamBoundsRow> {
  const { rows } = await sql<StreamBoundsRow>`
    select coalesce((select position from ${streamEvent} order by position limit 1), head.position + 1) as start,
      head.position as end
    from ${sql.table('appointments.stream_head')} head`.execute(db);
  return rows[0] ?? { start: 1, end: 0 };
}
