import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table records.attachment (
      id uuid primary key default uuidv7(),
      record_id uuid not null,
      version integer not null,
      filename text not null check (length(filename) between 1 and 255),
      media_type text not null check (length(media_type) between 3 and 127),
      byte_size bigint not null check (byte_size between 0 and 5368709120),
      sha256 bytea not null check (octet_length(sha256) = 32),
      created_at timestamptz(3) not null default now(),
      foreign key (record_id, version) references records.medical_record_version
    );
    create index attachment_record on records.attachment (record_id, version, id);

    comment on table records.attachment is 'Metadata. The bytes lie in an object store, found by their hash.';
  `.execute(db);
}
