import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.video_session (
      id uuid primary key default uuidv7(),
      appointment_id uuid not null unique,
      provider text not null check (length(provider) between 1 and 50),
      room text unique check (length(room) between 1 and 200),
      status text not null default 'scheduled' check (status in ('scheduled', 'open', 'in_progress', 'completed', 'failed')),
      opens_at timestamptz(3) not null,
      closes_at timestamptz(3) not null,
      started_at timestamptz(3),
      ended_at timestamptz(3),
      version integer not null default 1 check (version > 0),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      constraint video_session_window check (closes_at > opens_at),
      constraint video_session_course check (ended_at >= started_at)
    );
    create index video_session_to_close on appointments.video_session (closes_at) where status in ('open', 'in_progress');

    comment on column appointments.video_session.room is 'Identity of the room at the provider; null until somebody joins.';
  `.execute(db);
}
