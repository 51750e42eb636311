import { type Ordering, type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

export type AttachmentRow = Selectable<Database['attachment']>;
export type AttachmentColumn = keyof AttachmentRow;

/** The columns behind each field of `Attachment`. */
export const attachmentColumns: ColumnMap<AttachmentColumn> = {
  version: ['version'],
  filename: ['filename'],
  mediaType: ['media_type'],
  byteSize: ['byte_size'],
  sha256: ['sha256'],
  createdAt: ['created_at'],
};

export const inOrderAdded: Ordering<AttachmentColumn> = {
  name: 'attachment.ADDED_ASC',
  direction: 'asc',
  keys: [
    { column: 'version', type: 'int' },
    { column: 'id', type: 'uuid' },
  ],
};

/** A page of each record's attachments. */
export function attachmentPages(
  db: Kysely<Database>,
  records: readonly string[],
  page: Page<AttachmentColumn>,
  columns: readonly AttachmentColumn[],
) {
  return db
    .selectFrom(parents(records))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb.selectFrom('attachment').select(columns).whereRef('attachment.record_id', '=', 'parent.id'),
          'attachment',
          page,
        ).as('file'),
      (join) => join.onTrue(),
    )
    .select(columns.map((column) => `file.${column}` as const))
    .execute();
}

export async function countAttachments(
  db: Kysely<Database>,
  records: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom('attachment')
    .select((eb) => ['record_id', eb.fn.countAll<number>().as('count')])
    .where('record_id', '=', anyOf(records))
    .groupBy('record_id')
    .execute();
  return new Map(counts.map(({ record_id, count }) => [record_id, count]));
}

/** What a client tells of a file. */
export interface NewAttachment {
  readonly filename: string;
  readonly mediaType: string;
  readonly byteSize: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Adds files to a version, in their order. */
export async function insertAttachments(
  db: Kysely<Database>,
  record: string,
  version: number,
  files: readonly NewAttachment[],
): Promise<void> {
  await sql`
    insert into records.attachment (record_id, version, filename, media_type, byte_size, sha256)
    select ${record}::uuid, ${version}::int, filename, media_type, byte_size, decode(sha256, 'hex')
    from unnest(
      ${files.map(({ filename }) => filename)}::text[], ${files.map(({ mediaType }) => mediaType)}::text[],
      ${files.map(({ byteSize }) => byteSize)}::bigint[], ${files.map(({ sha256 }) => sha256)}::text[]
    ) with ordinality as file(filename, media_type, byte_size, sha256, position)
    order by position`.execute(db);
}
