import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { AppointmentColumn } from '../appointment/columns.ts';
import type { Database } from '../generated/database.ts';
import type { SeriesColumn } from './columns.ts';

type Condition = Expression<SqlBool>;

export function seriesByIds(
  db: Kysely<Database>,
  ids: readonly string[],
  visible: Condition,
  columns: readonly SeriesColumn[],
) {
  return db.selectFrom('appointment_series').select(columns).where('id', '=', anyOf(ids)).where(visible).execute();
}

/** Which of which series appointments are; those of none are left out. */
export function placesOf(db: Kysely<Database>, appointments: readonly string[]) {
  return db
    .selectFrom('appointment_series_occurrence')
    .select(['appointment_id', 'series_id', 'number'])
    .where('appointment_id', '=', anyOf(appointments))
    .execute();
}

/** Ids of a series' appointments: at most 52, which each partition's primary key is then asked for. */
const ofParent = sql<string>`any(array(
  select appointment_id from ${sql.table('appointments.appointment_series_occurrence')} where series_id = parent.id
))`;

/** A page of each series' appointments, in one statement. */
export function appointmentPages(
  db: Kysely<Database>,
  series: readonly string[],
  page: Page<AppointmentColumn>,
  visible: Condition,
  columns: readonly AppointmentColumn[],
) {
  return db
    .selectFrom(parents(series))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb.selectFrom('appointment').select(columns).where('appointment.id', '=', ofParent).where(visible),
          'appointment',
          page,
        ).as('row'),
      (join) => join.onTrue(),
    )
    .select('parent.id as series_id')
    .select(columns.map((column) => `row.${column}` as const))
    .execute();
}

export async function countAppointmentsOf(
  db: Kysely<Database>,
  series: readonly string[],
  visible: Condition,
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom(parents(series))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('appointment')
          .select((inner) => inner.fn.countAll<number>().as('count'))
          .where('appointment.id', '=', ofParent)
          .where(visible)
          .as('counted'),
      (join) => join.onTrue(),
    )
    .select(['parent.id as series_id', 'counted.count'])
    .execute();
  return new Map(counts.map(({ series_id, count }) => [series_id, count]));
}

/** With whom, where and for what the visits of an appointment's series are; each combination once. */
export function offersOf(db: Kysely<Database>, appointment: string, visible: Condition) {
  return db
    .selectFrom('appointment')
    .select(['doctor_id as doctor', 'clinic_id as clinic', 'service_id as service'])
    .distinct()
    .where('appointment.id', '=', siblingsOf(appointment))
    .where(visible)
    .execute();
}

function siblingsOf(appointment: string) {
  const occurrences = sql.table('appointments.appointment_series_occurrence');
  return sql<string>`any(array(
    select sibling.appointment_id
    from ${occurrences} named join ${occurrences} sibling on sibling.series_id = named.series_id
    where named.appointment_id = ${appointment}
  ))`;
}
