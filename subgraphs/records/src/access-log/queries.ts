import { type Ordering, type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

export type AccessLogRow = Selectable<Database['access_log']>;
export type AccessLogColumn = keyof AccessLogRow;

/** One reading of a record's content, or one attempt. */
export interface AccessEntry {
  readonly at: Date;
  readonly account: string;
  readonly role: string;
  readonly patient: string;
  readonly record: string;
  readonly operation: string;
  readonly requestId: string;
  readonly outcome: 'granted' | 'denied';
}

/** The columns behind each field of `AccessLogEntry`. */
export const accessLogColumns: ColumnMap<AccessLogColumn> = {
  at: ['at'],
  role: ['role'],
  account: ['account'],
  medicalRecord: ['record_id'],
  operation: ['operation'],
  outcome: ['outcome'],
};

export const newestFirst: Ordering<AccessLogColumn> = {
  name: 'access_log.AT_DESC',
  direction: 'desc',
  keys: [
    { column: 'at', type: 'timestamptz' },
    { column: 'id', type: 'bigint' },
  ],
};

/** One statement, whatever the number of entries. */
export async function insertEntries(db: Kysely<Database>, entries: readonly AccessEntry[]): Promise<void> {
  const all = <Key extends keyof AccessEntry>(key: Key) => entries.map((entry) => entry[key]);
  await sql`
    insert into records.access_log (at, account, role, patient_id, record_id, operation, request_id, outcome)
    select at, account, role, patient_id, record_id, operation, request_id, outcome
    from unnest(
      ${all('at')}::timestamptz[], ${all('account')}::uuid[], ${all('role')}::text[], ${all('patient')}::uuid[],
      ${all('record')}::uuid[], ${all('operation')}::text[], ${all('requestId')}::text[], ${all('outcome')}::text[]
    ) with ordinality as entry(at, account, role, patient_id, record_id, operation, request_id, outcome, position)
    order by position`.execute(db);
}

/** A page of each patient's log. */
export function accessLogPages(
  db: Kysely<Database>,
  patients: readonly string[],
  page: Page<AccessLogColumn>,
  columns: readonly AccessLogColumn[],
) {
  return db
    .selectFrom(parents(patients))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb
            .selectFrom('access_log')
            .select(columns.map((column) => `access_log.${column}` as const))
            .whereRef('access_log.patient_id', '=', 'parent.id'),
          'access_log',
          page,
        ).as('entry'),
      (join) => join.onTrue(),
    )
    .select(columns.map((column) => `entry.${column}` as const))
    .execute();
}

export async function countEntries(
  db: Kysely<Database>,
  patients: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom('access_log')
    .select((eb) => ['patient_id', eb.fn.countAll<number>().as('count')])
    .where('patient_id', '=', anyOf(patients))
    .groupBy('patient_id')
    .execute();
  return new Map(counts.map(({ patient_id, count }) => [patient_id, count]));
}
