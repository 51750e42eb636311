import { type Ordering, type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

export type VersionRow = Selectable<Database['medical_record_version']>;
export type VersionColumn = keyof VersionRow;

/** Columns that hold clinical text. */
export const textColumns = ['note', 'diagnosis', 'prescription', 'amendment_reason'] as const;
export type TextColumn = (typeof textColumns)[number];

/** The columns behind each field of `MedicalRecordVersion`. */
export const versionColumns: ColumnMap<VersionColumn> = {
  note: ['note'],
  diagnosis: ['diagnosis'],
  prescription: ['prescription'],
  amendmentReason: ['amendment_reason'],
  author: ['author_doctor'],
  createdAt: ['created_at'],
};

export const newestFirst: Ordering<VersionColumn> = {
  name: 'medical_record_version.NUMBER_DESC',
  direction: 'desc',
  keys: [{ column: 'version', type: 'int' }],
};

/** One version of one record. */
export interface VersionKey {
  readonly record: string;
  readonly version: number;
}

export function versionsByKeys(db: Kysely<Database>, keys: readonly VersionKey[], columns: readonly VersionColumn[]) {
  const wanted = sql<{ record_id: string; version: number }>`
    unnest(${keys.map(({ record }) => record)}::uuid[], ${keys.map(({ version }) => version)}::int[])`;
  return db
    .selectFrom(wanted.as<'wanted'>(sql`wanted(record_id, version)`))
    .innerJoin('medical_record_version', (join) =>
      join
        .onRef('medical_record_version.record_id', '=', 'wanted.record_id')
        .onRef('medical_record_version.version', '=', 'wanted.version'),
    )
    .select(['wanted.record_id', 'wanted.version'])
    .select(columns.map((column) => `medical_record_version.${column}` as const))
    .execute();
}

/** A page of each record's versions. */
export function versionPages(
  db: Kysely<Database>,
  records: readonly string[],
  page: Page<VersionColumn>,
  columns: readonly VersionColumn[],
) {
  return db
    .selectFrom(parents(records))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb
            .selectFrom('medical_record_version')
            .select(columns)
            .whereRef('medical_record_version.record_id', '=', 'parent.id'),
          'medical_record_version',
          page,
        ).as('revision'),
      (join) => join.onTrue(),
    )
    .select(columns.map((column) => `revision.${column}` as const))
    .execute();
}

export async function countVersions(
  db: Kysely<Database>,
  records: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom('medical_record_version')
    .select((eb) => ['record_id', eb.fn.countAll<number>().as('count')])
    .where('record_id', '=', anyOf(records))
    .groupBy('record_id')
    .execute();
  return new Map(counts.map(({ record_id, count }) => [record_id, count]));
}
