import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table records.medical_record_version (
      record_id uuid not null,
      version integer not null check (version > 0),
      note text check (length(note) <= 100000),
      diagnosis text check (length(diagnosis) <= 10000),
      prescription text check (length(prescription) <= 20000),
      amendment_reason text check (length(amendment_reason) <= 1000),
      author_account uuid not null,
      author_doctor uuid,
      created_at timestamptz(3) not null default now(),
      primary key (record_id, version),
      constraint medical_record_version_amendment check ((version = 1) = (amendment_reason is null))
    );

    comment on table records.medical_record_version is
      'Clinical text. Rows are added, never changed: amending a record adds a version and says why.';
  `.execute(db);
}
