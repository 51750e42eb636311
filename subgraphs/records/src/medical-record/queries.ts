import { type Ordering, type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, parents } from '@consulta/platform/postgres/expressions';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import { type Expression, expressionBuilder, type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

export type MedicalRecordRow = Selectable<Database['medical_record']>;
export type MedicalRecordColumn = keyof MedicalRecordRow;

/** The columns behind each field of `MedicalRecord`. The texts lie with the version that the header names. */
export const medicalRecordColumns: ColumnMap<MedicalRecordColumn> = {
  recordedAt: ['recorded_at'],
  kind: ['kind'],
  title: ['title'],
  status: ['status'],
  version: ['version'],
  doctor: ['doctor_id'],
  clinic: ['clinic_id'],
  appointment: ['appointment_id'],
  note: ['version'],
  diagnosis: ['version'],
  prescription: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};

/** What every row is loaded with: its key, and whose it is, which the access log asks for. */
export const requiredColumns = ['id', 'patient_id'] as const satisfies readonly MedicalRecordColumn[];

const byTime = [
  { column: 'recorded_at', type: 'timestamptz' },
  { column: 'id', type: 'uuid' },
] as const;

export const medicalRecordOrderings = {
  RECORDED_AT_ASC: { name: 'medical_record.RECORDED_AT_ASC', direction: 'asc', keys: byTime },
  RECORDED_AT_DESC: { name: 'medical_record.RECORDED_AT_DESC', direction: 'desc', keys: byTime },
} as const satisfies Record<string, Ordering<MedicalRecordColumn>>;

/** Which records a list holds; null conditions do not narrow it. */
export interface MedicalRecordFilter {
  readonly patient: string | null;
  readonly doctor: string | null;
  readonly clinic: string | null;
  readonly kind: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly status: 'current' | 'entered_in_error';
}

/** A column whose index also gives a list's order: a list starts from values of one, and reads no further than its page. */
export interface Anchor {
  readonly column: 'patient_id' | 'doctor_id' | 'clinic_id';
  readonly ids: readonly string[];
}

/** A condition on `medical_record`. */
export type Condition = Expression<SqlBool>;

type Columns = readonly MedicalRecordColumn[];

/** An id alone does not tell the month, so each partition's index is asked. */
export function recordsByIds(db: Kysely<Database>, ids: readonly string[], visible: Condition, columns: Columns) {
  return db.selectFrom('medical_record').select(columns).where('id', '=', anyOf(ids)).where(visible).execute();
}

/** Whose records these are, whoever asks: never for a client's eyes. */
export function patientsBehind(db: Kysely<Database>, key: 'id' | 'appointment_id', values: readonly string[]) {
  return db.selectFrom('medical_record').select(['id', 'patient_id']).where(key, '=', anyOf(values)).execute();
}

/** The newest current record of each appointment. */
export function newestOfAppointments(
  db: Kysely<Database>,
  appointments: readonly string[],
  visible: Condition,
  columns: Columns,
) {
  return db
    .selectFrom('medical_record')
    .distinctOn('appointment_id')
    .select([...columns, 'appointment_id'])
    .where('appointment_id', '=', anyOf(appointments))
    .where('status', '=', 'current')
    .where(visible)
    .orderBy('appointment_id')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** A page of each value of the anchor. */
export function pagesOfEach(
  db: Kysely<Database>,
  anchor: Anchor,
  page: Page<MedicalRecordColumn>,
  matching: Condition,
  columns: Columns,
) {
  return eachPage(db, anchor, page, matching, [...new Set([...columns, anchor.column])]).execute();
}

/** One page out of all values of the anchor, or of every record where there is none. */
export function recordPage(
  db: Kysely<Database>,
  anchor: Anchor | null,
  page: Page<MedicalRecordColumn>,
  matching: Condition,
  columns: Columns,
) {
  if (anchor !== null) return takePage(eachPage(db, anchor, page, matching, columns), 'record', page).execute();
  const every = db.selectFrom('medical_record').select(columns).where(matching);
  return takePage(every, 'medical_record', page).execute();
}

function eachPage(
  db: Kysely<Database>,
  { column, ids }: Anchor,
  page: Page<MedicalRecordColumn>,
  matching: Condition,
  columns: Columns,
) {
  return db
    .selectFrom(parents(ids))
    .innerJoinLateral(
      (eb) =>
        takePage(
          eb
            .selectFrom('medical_record')
            .select(columns)
            .whereRef(`medical_record.${column}`, '=', 'parent.id')
            .where(matching),
          'medical_record',
          page,
        ).as('record'),
      (join) => join.onTrue(),
    )
    .select(columns.map((name) => `record.${name}` as const));
}

export async function countOfEach(
  db: Kysely<Database>,
  { column, ids }: Anchor,
  matching: Condition,
): Promise<ReadonlyMap<string, number>> {
  const counts = await db
    .selectFrom('medical_record')
    .select((eb) => [eb.ref(column).as('anchor'), eb.fn.countAll<number>().as('count')])
    .where(column, '=', anyOf(ids))
    .where(matching)
    .groupBy(column)
    .execute();
  return new Map(counts.map(({ anchor, count }) => [anchor, count]));
}

export async function countRecords(db: Kysely<Database>, matching: Condition): Promise<number> {
  const counted = await db
    .selectFrom('medical_record')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matching)
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** Records as the filter wants them, among those that are visible. */
export function matching(filter: MedicalRecordFilter, visible: Condition): Condition {
  const eb = expressionBuilder<Database, 'medical_record'>();
  // A literal, not a parameter: nearly every record is current, and the planner should know which of the two is asked.
  const conditions: Condition[] = [eb('medical_record.status', '=', sql.lit(filter.status)), visible];
  if (filter.patient !== null) conditions.push(eb('medical_record.patient_id', '=', filter.patient));
  if (filter.doctor !== null) conditions.push(eb('medical_record.doctor_id', '=', filter.doctor));
  if (filter.clinic !== null) conditions.push(eb('medical_record.clinic_id', '=', filter.clinic));
  if (filter.kind !== null) conditions.push(eb('medical_record.kind', '=', filter.kind));
  if (filter.from !== null) conditions.push(eb('medical_record.recorded_at', '>=', filter.from));
  if (filter.to !== null) conditions.push(eb('medical_record.recorded_at', '<', filter.to));
  return eb.and(conditions);
}
