import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { type Period, range } from '../booking/period.ts';
import type { Database } from '../generated/database.ts';
import type { ExceptionColumn } from './columns.ts';

/** Which exceptions a list holds; null conditions do not narrow it. */
export interface ExceptionFilter {
  readonly from: Date | null;
  readonly to: Date | null;
}

export interface NewException {
  readonly scheduleId: string;
  readonly clinicId: string | null;
  readonly kind: string;
  readonly period: Period;
  readonly reason: string | null;
}

/** The table with both ends of `during` as columns, so that lists are ordered and projected like any other. */
function exceptions() {
  return expressionBuilder<Database>()
    .selectFrom('availability_exception')
    .select([
      'id',
      'schedule_id',
      'clinic_id',
      'kind',
      'during',
      sql<Date>`lower(during)`.as('starts_at'),
      sql<Date>`upper(during)`.as('ends_at'),
      'reason',
      'version',
      'created_at',
      'updated_at',
    ])
    .as('availability_exception');
}

export function exceptionsByIds(
  db: Kysely<Database>,
  ids: readonly string[],
  visible: Expression<SqlBool>,
  columns: readonly ExceptionColumn[],
) {
  return db.selectFrom(exceptions()).select(columns).where('id', '=', anyOf(ids)).where(visible).execute();
}

/** A page of the exceptions of each schedule. */
export function exceptionPagesOf(
  db: Kysely<Database>,
  schedules: readonly string[],
  conditions: Expression<SqlBool>,
  page: Page<ExceptionColumn>,
  columns: readonly ExceptionColumn[],
) {
  const selected = [...new Set([...columns, 'schedule_id' as const])];
  return db
    .selectFrom(parents(schedules))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb
            .selectFrom(exceptions())
            .select(selected)
            .whereRef('availability_exception.schedule_id', '=', 'parent.id')
            .where(conditions),
          'availability_exception',
          page,
        ).as('exception'),
      (join) => join.onTrue(),
    )
    .select(selected.map((column) => `exception.${column}` as const))
    .execute();
}

export async function countExceptionsOf(
  db: Kysely<Database>,
  schedules: readonly string[],
  conditions: Expression<SqlBool>,
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom('availability_exception')
    .select((eb) => ['schedule_id', eb.fn.countAll<number>().as('count')])
    .where('schedule_id', '=', anyOf(schedules))
    .where(conditions)
    .groupBy('schedule_id')
    .execute();
  return new Map(counts.map(({ schedule_id, count }) => [schedule_id, count]));
}

/** Exceptions that overlap a period, among those that are visible. */
export function matching({ from, to }: ExceptionFilter, visible: Expression<SqlBool>): Expression<SqlBool> {
  if (from === null && to === null) return visible;
  const eb = expressionBuilder<Database, 'availability_exception'>();
  return eb.and([visible, sql<SqlBool>`availability_exception.during && tstzrange(${from}, ${to})`]);
}

export async function insertException(
  db: Kysely<Database>,
  { scheduleId, clinicId, kind, period, reason }: NewException,
): Promise<string> {
  const { id } = await db
    .insertInto('availability_exception')
    .values({ schedule_id: scheduleId, clinic_id: clinicId, kind, during: range(period), reason })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateException(
  db: Kysely<Database>,
  id: string,
  { period, reason }: Pick<NewException, 'period' | 'reason'>,
): Promise<void> {
  await db
    .updateTable('availability_exception')
    .set({ during: range(period), reason })
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .execute();
}

export async function deleteException(db: Kysely<Database>, id: string): Promise<void> {
  await db.deleteFrom('availability_exception').where('id', '=', id).execute();
}
