import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { WaitlistColumn } from './columns.ts';

/** A condition on `waitlist_entry`. */
export type Condition = Expression<SqlBool>;

/** Whose entries a list holds. */
export type WaitlistParent = 'patient_id' | 'doctor_id';

/** The table with both ends of `period` as columns, so that lists are ordered and projected like any other. */
function entries() {
  return expressionBuilder<Database>()
    .selectFrom('waitlist_entry')
    .select([
      'id',
      'patient_id',
      'doctor_id',
      'clinic_id',
      'service_id',
      'modality',
      sql<Date>`lower(period)`.as('starts_at'),
      sql<Date>`upper(period)`.as('ends_at'),
      'status',
      'offered_appointment_id',
      'offer_expires_at',
      'version',
      'created_at',
      'updated_at',
    ])
    .as('waitlist_entry');
}

export function entriesByIds(
  db: Kysely<Database>,
  ids: readonly string[],
  visible: Condition,
  columns: readonly WaitlistColumn[],
) {
  return db.selectFrom(entries()).select(columns).where('id', '=', anyOf(ids)).where(visible).execute();
}

/** A page of the entries of each patient or doctor. */
export function entryPagesOf(
  db: Kysely<Database>,
  { column, ids }: { readonly column: WaitlistParent; readonly ids: readonly string[] },
  matching: Condition,
  page: Page<WaitlistColumn>,
  columns: readonly WaitlistColumn[],
) {
  const selected = [...new Set([...columns, column])];
  return db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb
            .selectFrom(entries())
            .select(selected)
            .whereRef(`waitlist_entry.${column}`, '=', 'parent.id')
            .where(matching),
          'waitlist_entry',
          page,
        ).as('row'),
      (join) => join.onTrue(),
    )
    .select(selected.map((name) => `row.${name}` as const))
    .execute();
}

export async function countEntriesOf(
  db: Kysely<Database>,
  { column, ids }: { readonly column: WaitlistParent; readonly ids: readonly string[] },
  matching: Condition,
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom('waitlist_entry')
    .select((eb) => [eb.ref(column).as('parent'), eb.fn.countAll<number>().as('count')])
    .where(column, '=', anyOf(ids))
    .where(matching)
    .groupBy(column)
    .execute();
  return new Map(counts.map(({ parent, count }) => [parent, count]));
}

/** Those of the visible entries that have one of these statuses; null for any. */
export function matching(statuses: readonly string[] | null, visible: Condition): Condition {
  const eb = expressionBuilder<Database, 'waitlist_entry'>();
  if (statuses === null) return visible;
  return eb.and([visible, eb('waitlist_entry.status', '=', sql<string>`any(${statuses}::text[])`)]);
}

/** How many wait for the same doctor since before each of these entries; those that no longer wait are left out. */
export async function positionsOf(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<{ id: string; position: number }[]> {
  return await db
    .selectFrom('waitlist_entry as own')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('waitlist_entry as before')
          .select((ahead) => ahead.fn.countAll<number>().as('position'))
          .whereRef('before.doctor_id', '=', 'own.doctor_id')
          .where('before.status', '=', sql.lit('waiting'))
          .where(sql<boolean>`(before.created_at, before.id) < (own.created_at, own.id)`)
          .as('line'),
      (join) => join.onTrue(),
    )
    .select(['own.id', 'line.position'])
    .where('own.id', '=', anyOf(ids))
    .where('own.status', 'in', [sql.lit('waiting'), sql.lit('offered')])
    .execute();
}
