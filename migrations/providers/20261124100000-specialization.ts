import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table providers.specialization (
      id uuid primary key default uuidv7(),
      code text not null unique check (code ~ '^[a-z][a-z0-9_-]{1,63}$'),
      name text not null check (length(name) between 1 and 100),
      description text check (length(description) <= 2000),
      version integer not null default 1 check (version > 0),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now()
    );
    create index specialization_name on providers.specialization (name, id);
    create index specialization_name_prefix on providers.specialization (lower(name) text_pattern_ops, id);
  `.execute(db);
}
