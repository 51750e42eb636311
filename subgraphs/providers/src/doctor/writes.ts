import { anyOf } from '@consulta/platform/postgres/expressions';
import { type Insertable, type Kysely, sql } from 'kysely';
import type { Changes } from '../changes.ts';
import type { Database } from '../generated/database.ts';

type Table = Database['doctor'];

export function insertDoctor(db: Kysely<Database>, doctor: Insertable<Table>) {
  return db.insertInto('doctor').values(doctor).returning('id').executeTakeFirstOrThrow();
}

/** Changes a doctor, or nothing where they are not at `version`; null stands for any version. */
export function changeDoctor(db: Kysely<Database>, id: string, version: number | null, changes: Changes<Table>) {
  return db
    .updateTable('doctor')
    .set(changes)
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .$if(version !== null, (query) => query.where('version', '=', version))
    .returning('id')
    .executeTakeFirst();
}

export async function doctorExists(db: Kysely<Database>, id: string): Promise<boolean> {
  return (await db.selectFrom('doctor').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export async function addClinics(db: Kysely<Database>, doctor: string, clinics: readonly string[]): Promise<void> {
  if (clinics.length === 0) return;
  await db
    .insertInto('doctor_clinic')
    .columns(['doctor_id', 'clinic_id'])
    .expression(pairs(db, doctor, clinics))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeClinics(db: Kysely<Database>, doctor: string, clinics: readonly string[]): Promise<void> {
  if (clinics.length === 0) return;
  await db
    .deleteFrom('doctor_clinic')
    .where('doctor_id', '=', doctor)
    .where('clinic_id', '=', anyOf(clinics))
    .execute();
}

export async function addSpecializations(
  db: Kysely<Database>,
  doctor: string,
  specializations: readonly string[],
): Promise<void> {
  if (specializations.length === 0) return;
  await db
    .insertInto('doctor_specialization')
    .columns(['doctor_id', 'specialization_id'])
    .expression(pairs(db, doctor, specializations))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeSpecializations(
  db: Kysely<Database>,
  doctor: string,
  specializations: readonly string[],
): Promise<void> {
  if (specializations.length === 0) return;
  await db
    .deleteFrom('doctor_specialization')
    .where('doctor_id', '=', doctor)
    .where('specialization_id', '=', anyOf(specializations))
    .execute();
}

function pairs(db: Kysely<Database>, doctor: string, others: readonly string[]) {
  return db
    .selectFrom(sql<{ id: string }>`unnest(${others}::uuid[])`.as<'other'>(sql`other(id)`))
    .select([sql<string>`${doctor}::uuid`.as('doctor_id'), 'other.id as other_id']);
}
