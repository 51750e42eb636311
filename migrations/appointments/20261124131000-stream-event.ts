import { type Kysely, sql } from 'kysely';

/**
 * What subscriptions follow. Ids of the outbox and of transactions are given before a commit, and a reader could step over
 * one that is still open; positions are given one transaction after the other, under the lock of the head.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.stream_head (
      single boolean primary key default true check (single),
      position bigint not null check (position >= 0)
    );
    insert into appointments.stream_head (position) values (0);

    create table appointments.stream_event (
      topic text not null check (length(topic) between 1 and 200),
      position bigint not null check (position > 0),
      previous bigint not null check (previous >= 0 and previous < position),
      aggregate_type text not null,
      aggregate_id uuid not null,
      version integer not null,
      type text not null,
      occurred_at timestamptz(3) not null,
      written_at timestamptz(3) not null default clock_timestamp(),
      primary key (topic, position)
    );
    create index stream_event_position on appointments.stream_event (position) include (topic, written_at);

    comment on table appointments.stream_head is
      'The last position that was given. Whoever writes events updates it first, and holds it until the commit.';
    comment on table appointments.stream_event is
      'What happened, once for each topic whose followers may care. Kept for days: read from a position on, by those who missed something.';
    comment on column appointments.stream_event.previous is
      'Position of the event before it in the topic, 0 where none was kept: who has seen an earlier one has missed something.';
    comment on column appointments.stream_event.written_at is
      'Grows with the position, unlike occurred_at: what is kept long enough is the beginning of the log.';
  `.execute(db);
}
