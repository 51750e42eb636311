import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { ClinicColumn } from './columns.ts';
import { belongsTo, type ClinicFilter, type ClinicParent, matches } from './conditions.ts';

export function clinicsByIds(db: Kysely<Database>, ids: readonly string[], columns: readonly ClinicColumn[]) {
  return db.selectFrom('clinic').select(columns).where('id', '=', anyOf(ids)).execute();
}

export function clinicPage(
  db: Kysely<Database>,
  filter: ClinicFilter,
  page: Page<ClinicColumn>,
  columns: readonly ClinicColumn[],
) {
  return takePage(db.selectFrom('clinic').select(columns).where(matches(filter)), 'clinic', page).execute();
}

export async function countClinics(db: Kysely<Database>, filter: ClinicFilter): Promise<number> {
  const counted = await db
    .selectFrom('clinic')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matches(filter))
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** A page of clinics for each parent. */
export function clinicPagesOf(
  db: Kysely<Database>,
  parent: ClinicParent,
  ids: readonly string[],
  filter: ClinicFilter,
  page: Page<ClinicColumn>,
  columns: readonly ClinicColumn[],
) {
  return db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) => {
        const clinics = eb.selectFrom('clinic').select(columns).where(belongsTo[parent]).where(matches(filter));
        return takePage(clinics, 'clinic', page).as('page');
      },
      (join) => join.onTrue(),
    )
    .select('parent.id as parent_id')
    .select(columns.map((column) => `page.${column}` as const))
    .execute();
}

/** How many clinics each parent has. */
export function countClinicsOf(
  db: Kysely<Database>,
  parent: ClinicParent,
  ids: readonly string[],
  filter: ClinicFilter,
) {
  return db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('clinic')
          .select((counted) => counted.fn.countAll<number>().as('count'))
          .where(belongsTo[parent])
          .where(matches(filter))
          .as('counted'),
      (join) => join.onTrue(),
    )
    .select(['parent.id as parent_id', 'counted.count'])
    .execute();
}
