import { type Ordering, type Page, takePage } from '@consulta/platform/connection/ordering';
import { anyOf, beginsWith, sameText } from '@consulta/platform/postgres/expressions';
import { type Insertable, type Kysely, type Selectable, type SelectQueryBuilder, sql, type Updateable } from 'kysely';
import type { Database } from '../generated/database.ts';
import { isVisible, isVisibleAt, isVisibleById, type Visibility } from './visibility.ts';

type Patients = Database['patient'];
export type PatientRow = Selectable<Patients>;
export type PatientColumn = keyof PatientRow;
export type PatientChanges = Updateable<Patients>;

const byName = [
  { column: 'family_name', type: 'text' },
  { column: 'given_name', type: 'text' },
  { column: 'id', type: 'uuid' },
] as const;

const byCreation = [
  { column: 'created_at', type: 'timestamptz' },
  { column: 'id', type: 'uuid' },
] as const;

export const patientOrderings = {
  NAME_ASC: { name: 'patient.NAME_ASC', direction: 'asc', keys: byName },
  NAME_DESC: { name: 'patient.NAME_DESC', direction: 'desc', keys: byName },
  CREATED_AT_ASC: { name: 'patient.CREATED_AT_ASC', direction: 'asc', keys: byCreation },
  CREATED_AT_DESC: { name: 'patient.CREATED_AT_DESC', direction: 'desc', keys: byCreation },
} as const satisfies Record<string, Ordering<PatientColumn>>;

/** Which patients a list holds; null conditions do not narrow it. */
export interface PatientFilter {
  readonly namePrefix: string | null;
  readonly birthDate: string | null;
  readonly email: string | null;
  readonly status: string | null;
  readonly clinic: string | null;
}

export function patientsByIds(
  db: Kysely<Database>,
  visibility: Visibility,
  ids: readonly string[],
  columns: readonly PatientColumn[],
) {
  return db
    .selectFrom('patient')
    .select(columns)
    .where('id', '=', anyOf(ids))
    .where(isVisibleById(visibility))
    .execute();
}

export function patientPage(
  db: Kysely<Database>,
  visibility: Visibility,
  filter: PatientFilter,
  page: Page<PatientColumn>,
  columns: readonly PatientColumn[],
) {
  const found = matching(db.selectFrom('patient'), visibility, filter).select(columns);
  if (filter.namePrefix === null) return takePage(found, 'patient', page).execute();
  // Few have a name that begins so: they are found by it and then sorted. Left to itself, a plan that does not know
  // the prefix walks the order's index in the hope of meeting them soon; OFFSET 0 keeps it from that.
  const sorted = db.selectFrom(found.offset(sql.lit(0)).as('found')).select(columns);
  return takePage(sorted, 'found', page).execute();
}

export async function countPatients(
  db: Kysely<Database>,
  visibility: Visibility,
  filter: PatientFilter,
): Promise<number> {
  const counted = await matching(db.selectFrom('patient'), visibility, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}

function matching<Output>(
  query: SelectQueryBuilder<Database, 'patient', Output>,
  visibility: Visibility,
  { namePrefix, birthDate, email, status, clinic }: PatientFilter,
) {
  let narrowed = query.where(clinic === null ? isVisible(visibility) : isVisibleAt(visibility, clinic));
  if (namePrefix !== null) {
    narrowed = narrowed.where((eb) =>
      eb.or([beginsWith('patient.family_name', namePrefix), beginsWith('patient.given_name', namePrefix)]),
    );
  }
  if (birthDate !== null) narrowed = narrowed.where('birth_date', '=', birthDate);
  if (email !== null) narrowed = narrowed.where(sameText('patient.email', email));
  if (status !== null) narrowed = narrowed.where('status', '=', status);
  return narrowed;
}

/** What makes two registrations of one clinic look like the same person. */
export type Likeness = Pick<PatientRow, 'given_name' | 'family_name' | 'birth_date' | 'email'>;

/**
 * Makes registrations of the same person at one clinic take turns until their transactions end: a duplicate is
 * found only after the first is committed.
 */
export async function takeTurnsRegistering(db: Kysely<Database>, clinic: string, person: Likeness): Promise<void> {
  const likeness = JSON.stringify([
    clinic,
    person.given_name.toLowerCase(),
    person.family_name.toLowerCase(),
    person.birth_date,
  ]);
  await sql`select pg_advisory_xact_lock(hashtextextended(${likeness}, 0))`.execute(db);
}

export async function isRegisteredAt(db: Kysely<Database>, clinic: string, person: Likeness): Promise<boolean> {
  const found = await db
    .selectFrom('patient')
    .innerJoin('clinic_registration', 'clinic_registration.patient_id', 'patient.id')
    .select('patient.id')
    .where('clinic_registration.clinic_id', '=', clinic)
    .where('birth_date', '=', person.birth_date)
    .where(sameText('patient.family_name', person.family_name))
    .where(sameText('patient.given_name', person.given_name))
    .where((eb) => (person.email === null ? eb('patient.email', 'is', null) : sameText('patient.email', person.email)))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export function insertPatient(db: Kysely<Database>, patient: Insertable<Patients>) {
  return db.insertInto('patient').values(patient).returning(['id', 'version']).executeTakeFirstOrThrow();
}

export async function insertRegistration(db: Kysely<Database>, clinic: string, patient: string): Promise<void> {
  await db.insertInto('clinic_registration').values({ clinic_id: clinic, patient_id: patient }).execute();
}

/** Changes a patient and returns the new version, or nothing where the patient is not at `version`. */
export function updatePatientRow(
  db: Kysely<Database>,
  id: string,
  version: number | null,
  changes: PatientChanges = {},
) {
  return db
    .updateTable('patient')
    .set(changes)
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .$if(version !== null, (query) => query.where('version', '=', version as number))
    .returning(['id', 'version'])
    .executeTakeFirst();
}
