import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { SpecializationColumn } from './columns.ts';
import { belongsTo, matches, type SpecializationFilter, type SpecializationParent } from './conditions.ts';

export function specializationsByIds(
  db: Kysely<Database>,
  ids: readonly string[],
  columns: readonly SpecializationColumn[],
) {
  return db.selectFrom('specialization').select(columns).where('id', '=', anyOf(ids)).execute();
}

export function specializationPage(
  db: Kysely<Database>,
  filter: SpecializationFilter,
  page: Page<SpecializationColumn>,
  columns: readonly SpecializationColumn[],
) {
  return takePage(
    db.selectFrom('specialization').select(columns).where(matches(filter)),
    'specialization',
    page,
  ).execute();
}

export async function countSpecializations(db: Kysely<Database>, filter: SpecializationFilter): Promise<number> {
  const counted = await db
    .selectFrom('specialization')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matches(filter))
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** A page of specializations for each parent. */
export function specializationPagesOf(
  db: Kysely<Database>,
  parent: SpecializationParent,
  ids: readonly string[],
  filter: SpecializationFilter,
  page: Page<SpecializationColumn>,
  columns: readonly SpecializationColumn[],
) {
  return db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) => {
        const specializations = eb
          .selectFrom('specialization')
          .select(columns)
          .where(belongsTo[parent])
          .where(matches(filter));
        return takePage(specializations, 'specialization', page).as('page');
      },
      (join) => join.onTrue(),
    )
    .select('parent.id as parent_id')
    .select(columns.map((column) => `page.${column}` as const))
    .execute();
}

/** How many specializations each parent has. */
export function countSpecializationsOf(
  db: Kysely<Database>,
  parent: SpecializationParent,
  ids: readonly string[],
  filter: SpecializationFilter,
) {
  return db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('specialization')
          .select((counted) => counted.fn.countAll<number>().as('count'))
          .where(belongsTo[parent])
          .where(matches(filter))
          .as('counted'),
      (join) => join.onTrue(),
    )
    .select(['parent.id as parent_id', 'counted.count'])
    .execute();
}
