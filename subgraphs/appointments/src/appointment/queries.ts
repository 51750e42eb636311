import { type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { AppointmentColumn } from './columns.ts';

/** Which appointments a list holds; null conditions do not narrow it. */
export interface AppointmentFilter {
  readonly from: Date | null;
  /** Exclusive. */
  readonly to: Date | null;
  readonly statuses: readonly string[] | null;
  readonly doctor: string | null;
  readonly patient: string | null;
  readonly clinic: string | null;
  readonly service: string | null;
  readonly modality: string | null;
}

/** A column whose index also gives a list's order: a list starts from values of one and reads no further than its page. */
export interface Anchor {
  readonly column: 'patient_id' | 'doctor_id' | 'clinic_id';
  readonly ids: readonly string[];
}

/** A condition on `appointment`. */
export type Condition = Expression<SqlBool>;

type Columns = readonly AppointmentColumn[];

/** An id alone does not tell the month: each partition's primary key is asked. */
export function appointmentsByIds(db: Kysely<Database>, ids: readonly string[], visible: Condition, columns: Columns) {
  return db.selectFrom('appointment').select(columns).where('id', '=', anyOf(ids)).where(visible).execute();
}

/** One page out of all values of the anchor, or of all appointments where there is none. */
export function appointmentPage(
  db: Kysely<Database>,
  anchor: Anchor | null,
  page: Page<AppointmentColumn>,
  matching: Condition,
  columns: Columns,
) {
  if (anchor !== null) return takePage(eachPage(db, anchor, page, matching, columns), 'row', page).execute();
  const every = db.selectFrom('appointment').select(columns).where(matching).where(withinPage(page));
  return takePage(every, 'appointment', page).execute();
}

/** A page of each value of the anchor. */
export function pagesOfEach(
  db: Kysely<Database>,
  anchor: Anchor,
  page: Page<AppointmentColumn>,
  matching: Condition,
  columns: Columns,
) {
  return eachPage(db, anchor, page, matching, [...new Set([...columns, anchor.column])]).execute();
}

function eachPage(
  db: Kysely<Database>,
  { column, ids }: Anchor,
  page: Page<AppointmentColumn>,
  matching: Condition,
  columns: Columns,
) {
  return db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb
            .selectFrom('appointment')
            .select(columns)
            .whereRef(`appointment.${column}`, '=', 'parent.id')
            .where(matching)
            .where(withinPage(page)),
          'appointment',
          page,
        ).as('row'),
      (join) => join.onTrue(),
    )
    .select(columns.map((name) => `row.${name}` as const));
}

/** What the cursors say of the start alone: partitions are pruned by it, not by a comparison of rows. */
function withinPage({ ordering, after, before }: Page<AppointmentColumn>): Condition {
  const [earliest, latest] = ordering.direction === 'asc' ? [after, before] : [before, after];
  const eb = expressionBuilder<Database, 'appointment'>();
  const conditions: Condition[] = [];
  if (earliest?.[0] !== undefined) conditions.push(eb('appointment.starts_at', '>=', new Date(earliest[0])));
  if (latest?.[0] !== undefined) conditions.push(eb('appointment.starts_at', '<=', new Date(latest[0])));
  return eb.and(conditions);
}

export async function countOfEach(
  db: Kysely<Database>,
  { column, ids }: Anchor,
  matching: Condition,
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom('appointment')
    .select((eb) => [eb.ref(column).as('anchor'), eb.fn.countAll<number>().as('count')])
    .where(column, '=', anyOf(ids))
    .where(matching)
    .groupBy(column)
    .execute();
  return new Map(counts.map(({ anchor, count }) => [anchor, count]));
}

export async function countAppointments(
  db: Kysely<Database>,
  anchor: Anchor | null,
  matching: Condition,
): Promise<number> {
  const every = db
    .selectFrom('appointment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matching);
  const anchored = anchor === null ? every : every.where(anchor.column, '=', anyOf(anchor.ids));
  return (await anchored.executeTakeFirstOrThrow()).count;
}

/** Appointments as the filter wants them, among those that are visible. */
export function matching(filter: AppointmentFilter, visible: Condition): Condition {
  const eb = expressionBuilder<Database, 'appointment'>();
  const conditions: Condition[] = [visible];
  if (filter.from !== null) conditions.push(eb('appointment.starts_at', '>=', filter.from));
  if (filter.to !== null) conditions.push(eb('appointment.starts_at', '<', filter.to));
  conditions.push(filter.statuses === null ? wasBooked : ofStatus(filter.statuses));
  if (filter.doctor !== null) conditions.push(eb('appointment.doctor_id', '=', filter.doctor));
  if (filter.patient !== null) conditions.push(eb('appointment.patient_id', '=', filter.patient));
  if (filter.clinic !== null) conditions.push(eb('appointment.clinic_id', '=', filter.clinic));
  if (filter.service !== null)
    conditions.push(eb('appointment.service_id', '=', filter.service), atClinicOf(filter.service));
  if (filter.modality !== null) conditions.push(eb('appointment.modality', '=', filter.modality));
  return eb.and(conditions);
}

/** Holds that came to nothing are no visits: they are there for those who ask for cancelled ones. */
const wasBooked: Condition = sql<boolean>`appointment.status <> 'lapsed'`;

function ofStatus(statuses: readonly string[]): Condition {
  const stored = statuses.includes('cancelled') ? [...statuses, 'lapsed'] : statuses;
  return sql<boolean>`appointment.status = any(${stored}::text[])`;
}

/** A service is of one clinic, and appointments have an index by clinic but none by service. */
function atClinicOf(service: string): Condition {
  const eb = expressionBuilder<Database, 'appointment'>();
  const clinic = eb.selectFrom('bookable_service').select('clinic_id').where('service_id', '=', service);
  return eb('appointment.clinic_id', '=', clinic);
}
