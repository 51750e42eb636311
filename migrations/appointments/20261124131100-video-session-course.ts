import { type Kysely, sql } from 'kysely';

/** A video visit has a session from its booking on, before any provider has a room for it, and it may be called off. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table appointments.video_session
      alter column provider drop not null,
      drop constraint video_session_status_check,
      add constraint video_session_status
        check (status in ('scheduled', 'open', 'in_progress', 'completed', 'failed', 'cancelled')),
      add constraint video_session_room check (room is null or provider is not null);

    comment on column appointments.video_session.provider is 'Whose room it is; null until there is one.';
  `.execute(db);
}
