import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { DoctorColumn } from './columns.ts';
import { belongsTo, type DoctorFilter, type DoctorParent, matches } from './conditions.ts';

export function doctorsByIds(db: Kysely<Database>, ids: readonly string[], columns: readonly DoctorColumn[]) {
  return db.selectFrom('doctor').select(columns).where('id', '=', anyOf(ids)).execute();
}

export function doctorPage(
  db: Kysely<Database>,
  filter: DoctorFilter,
  page: Page<DoctorColumn>,
  columns: readonly DoctorColumn[],
) {
  return takePage(db.selectFrom('doctor').select(columns).where(matches(filter)), 'doctor', page).execute();
}

export async function countDoctors(db: Kysely<Database>, filter: DoctorFilter): Promise<number> {
  const counted = await db
    .selectFrom('doctor')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matches(filter))
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** A page of doctors for each parent. */
export function doctorPagesOf(
  db: Kysely<Database>,
  parent: DoctorParent,
  ids: readonly string[],
  filter: DoctorFilter,
  page: Page<DoctorColumn>,
  columns: readonly DoctorColumn[],
) {
  return db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) => {
        const doctors = eb.selectFrom('doctor').select(columns).where(belongsTo[parent]).where(matches(filter));
        return takePage(doctors, 'doctor', page).as('page');
      },
      (join) => join.onTrue(),
    )
    .select('parent.id as parent_id')
    .select(columns.map((column) => `page.${column}` as const))
    .execute();
}

/** How many doctors each parent has. */
export function countDoctorsOf(
  db: Kysely<Database>,
  parent: DoctorParent,
  ids: readonly string[],
  filter: DoctorFilter,
) {
  return db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('doctor')
          .select((counted) => counted.fn.countAll<number>().as('count'))
          .where(belongsTo[parent])
          .where(matches(filter))
          .as('counted'),
      (join) => join.onTrue(),
    )
    .select(['parent.id as parent_id', 'counted.count'])
    .execute();
}
