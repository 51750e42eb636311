import { anyOf } from '@consulta/platform/postgres/expressions';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { ClinicEntry, DoctorEntry, ServiceEntry } from './entries.ts';

export function clinicsByIds(db: Kysely<Database>, ids: readonly string[]): Promise<ClinicEntry[]> {
  return db
    .selectFrom('clinic_directory')
    .select(['clinic_id as id', 'time_zone', 'city', 'status', 'version'])
    .where('clinic_id', '=', anyOf(ids))
    .execute();
}

export function doctorsByIds(db: Kysely<Database>, ids: readonly string[]): Promise<DoctorEntry[]> {
  return db
    .selectFrom('doctor_directory')
    .select(['doctor_id as id', 'specialization_ids', 'clinic_ids', 'languages', 'status', 'version'])
    .where('doctor_id', '=', anyOf(ids))
    .execute();
}

export function servicesByIds(db: Kysely<Database>, ids: readonly string[]): Promise<ServiceEntry[]> {
  return db
    .selectFrom('bookable_service')
    .select([
      'service_id as id',
      'clinic_id',
      'specialization_id',
      'duration_minutes',
      'buffer_before_minutes',
      'buffer_after_minutes',
      'modalities',
      'status',
      'version',
    ])
    .where('service_id', '=', anyOf(ids))
    .execute();
}

/*
 * Each `put` writes entries unless a newer version is known: events, answers of the owner and a rebuild may come in any
 * order. An equal version is written again, so that a rebuild mends what should never have gone wrong. Rows go in order
 * of their ids: two writers of the same rows then wait for each other instead of deadlocking.
 */

export async function putClinics(db: Kysely<Database>, entries: readonly ClinicEntry[]): Promise<void> {
  await db
    .insertInto('clinic_directory')
    .columns(['clinic_id', 'time_zone', 'city', 'status', 'version'])
    .expression(
      db
        .selectFrom(
          sql<ClinicEntry>`jsonb_to_recordset(${json(entries)}::jsonb)`.as<'entry'>(
            sql`entry(id uuid, time_zone text, city text, status text, version int)`,
          ),
        )
        .select(['id', 'time_zone', 'city', 'status', 'version'])
        .orderBy('id'),
    )
    .onConflict((conflict) =>
      conflict
        .column('clinic_id')
        .doUpdateSet((eb) => ({
          time_zone: eb.ref('excluded.time_zone'),
          city: eb.ref('excluded.city'),
          status: eb.ref('excluded.status'),
          version: eb.ref('excluded.version'),
        }))
        .whereRef('clinic_directory.version', '<=', 'excluded.version'),
    )
    .execute();
}

export async function putDoctors(db: Kysely<Database>, entries: readonly DoctorEntry[]): Promise<void> {
  await db
    .insertInto('doctor_directory')
    .columns(['doctor_id', 'specialization_ids', 'clinic_ids', 'languages', 'status', 'version'])
    .expression(
      db
        .selectFrom(
          sql<Mutable<DoctorEntry>>`jsonb_to_recordset(${json(entries)}::jsonb)`.as<'entry'>(
            sql`entry(id uuid, specialization_ids uuid[], clinic_ids uuid[], languages text[], status text, version int)`,
          ),
        )
        .select(['id', 'specialization_ids', 'clinic_ids', 'languages', 'status', 'version'])
        .orderBy('id'),
    )
    .onConflict((conflict) =>
      conflict
        .column('doctor_id')
        .doUpdateSet((eb) => ({
          specialization_ids: eb.ref('excluded.specialization_ids'),
          clinic_ids: eb.ref('excluded.clinic_ids'),
          languages: eb.ref('excluded.languages'),
          status: eb.ref('excluded.status'),
          version: eb.ref('excluded.version'),
        }))
        .whereRef('doctor_directory.version', '<=', 'excluded.version'),
    )
    .execute();
}

export async function putServices(db: Kysely<Database>, entries: readonly ServiceEntry[]): Promise<void> {
  const columns = [
    'clinic_id',
    'specialization_id',
    'duration_minutes',
    'buffer_before_minutes',
    'buffer_after_minutes',
    'modalities',
    'status',
    'version',
  ] as const;
  await db
    .insertInto('bookable_service')
    .columns(['service_id', ...columns])
    .expression(
      db
        .selectFrom(
          sql<Mutable<ServiceEntry>>`jsonb_to_recordset(${json(entries)}::jsonb)`.as<'entry'>(
            sql`entry(id uuid, clinic_id uuid, specialization_id uuid, duration_minutes int, buffer_before_minutes int,
                buffer_after_minutes int, modalities text[], status text, version int)`,
          ),
        )
        .select(['id', ...columns])
        .orderBy('id'),
    )
    .onConflict((conflict) =>
      conflict
        .column('service_id')
        .doUpdateSet((eb) => ({
          clinic_id: eb.ref('excluded.clinic_id'),
          specialization_id: eb.ref('excluded.specialization_id'),
          duration_minutes: eb.ref('excluded.duration_minutes'),
          buffer_before_minutes: eb.ref('excluded.buffer_before_minutes'),
          buffer_after_minutes: eb.ref('excluded.buffer_after_minutes'),
          modalities: eb.ref('excluded.modalities'),
          status: eb.ref('excluded.status'),
          version: eb.ref('excluded.version'),
        }))
        .whereRef('bookable_service.version', '<=', 'excluded.version'),
    )
    .execute();
}

type Mutable<Entry> = {
  -readonly [Key in keyof Entry]: Entry[Key] extends readonly (infer Item)[] ? Item[] : Entry[Key];
};

/** The newest entry of each id, as JSON: one statement may not write a row twice. */
function json(entries: readonly { readonly id: string; readonly version: number }[]): string {
  const newest = new Map<string, { readonly version: number }>();
  for (const entry of entries) {
    const known = newest.get(entry.id);
    if (known === undefined || known.version <= entry.version) newest.set(entry.id, entry);
  }
  return JSON.stringify([...newest.values()]);
}
