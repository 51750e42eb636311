import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { ServiceColumn } from './columns.ts';
import { belongsTo, matches, type ServiceFilter, type ServiceParent } from './conditions.ts';

export function servicesByIds(db: Kysely<Database>, ids: readonly string[], columns: readonly ServiceColumn[]) {
  return db.selectFrom('healthcare_service').select(columns).where('id', '=', anyOf(ids)).execute();
}

/** The clinic that offers a service. */
export async function clinicOfService(db: Kysely<Database>, id: string): Promise<string | null> {
  const service = await db.selectFrom('healthcare_service').select('clinic_id').where('id', '=', id).executeTakeFirst();
  return service?.clinic_id ?? null;
}

export function servicePage(
  db: Kysely<Database>,
  filter: ServiceFilter,
  page: Page<ServiceColumn>,
  columns: readonly ServiceColumn[],
) {
  return takePage(
    db.selectFrom('healthcare_service').select(columns).where(matches(filter)),
    'healthcare_service',
    page,
  ).execute();
}

export async function countServices(db: Kysely<Database>, filter: ServiceFilter): Promise<number> {
  const counted = await db
    .selectFrom('healthcare_service')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matches(filter))
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** A page of services for each parent. */
export function servicePagesOf(
  db: Kysely<Database>,
  parent: ServiceParent,
  ids: readonly string[],
  filter: ServiceFilter,
  page: Page<ServiceColumn>,
  columns: readonly ServiceColumn[],
) {
  return db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) => {
        const services = eb
          .selectFrom('healthcare_service')
          .select(columns)
          .where(belongsTo[parent])
          .where(matches(filter));
        return takePage(services, 'healthcare_service', page).as('page');
      },
      (join) => join.onTrue(),
    )
    .select('parent.id as parent_id')
    .select(columns.map((column) => `page.${column}` as const))
    .execute();
}

/** How many services each parent has. */
export function countServicesOf(
  db: Kysely<Database>,
  parent: ServiceParent,
  ids: readonly string[],
  filter: ServiceFilter,
) {
  return db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('healthcare_service')
          .select((counted) => counted.fn.countAll<number>().as('count'))
          .where(belongsTo[parent])
          .where(matches(filter))
          .as('counted'),
      (join) => join.onTrue(),
    )
    .select(['parent.id as parent_id', 'counted.count'])
    .execute();
}
