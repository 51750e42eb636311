import { randomUUID } from 'node:crypto';
import { toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { createKysely } from '@consulta/platform/postgres/kysely';
import type { Pool } from '@consulta/platform/postgres/pool';
import type { Insertable } from 'kysely';
import type { Database } from '../src/generated/database.ts';

/** Rows for a test, written past the API. */
export function people(pool: Pool) {
  const db = createKysely<Database>(pool, 'patients');
  return {
    db,
    async patient(row: Partial<Insertable<Database['patient']>> = {}): Promise<Person> {
      const { id } = await db
        .insertInto('patient')
        .values({
          given_name: 'Ana',
          family_name: 'García',
          birth_date: '1980-05-17',
          time_zone: 'Europe/Madrid',
          ...row,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { uuid: id, id: toGlobalId('Patient', id) };
    },
    async register(clinic: string, ...patients: readonly Person[]): Promise<void> {
      const rows = patients.map(({ uuid }) => ({ clinic_id: clinic, patient_id: uuid }));
      await db.insertInto('clinic_registration').values(rows).execute();
    },
    async treat(doctor: string, clinic: string, ...patients: readonly Person[]): Promise<void> {
      const rows = patients.map(({ uuid }) => ({
        doctor_id: doctor,
        patient_id: uuid,
        clinic_id: clinic,
        appointments: 1,
        first_at: new Date(),
      }));
      await db.insertInto('care_relationship').values(rows).execute();
    },
    async contact(patient: Person, name: string): Promise<string> {
      const { id } = await db
        .insertInto('patient_contact')
        .values({ patient_id: patient.uuid, name, relationship: 'mother', phone: '+34911234567' })
        .returning('id')
        .executeTakeFirstOrThrow();
      return toGlobalId('PatientContact', id);
    },
  };
}

export interface Person {
  readonly uuid: string;
  readonly id: string;
}

/** The id of an object of another subgraph, and the uuid inside. */
export function foreign(type: 'Clinic' | 'Doctor'): Person {
  const uuid = randomUUID();
  return { uuid, id: toGlobalId(type, uuid) };
}

/** What the outbox tells of a patient, oldest first. */
export function eventsOf(pool: Pool, patient: string) {
  return createKysely<Database>(pool, 'patients')
    .selectFrom('outbox')
    .select(['aggregate_type', 'type', 'version', 'payload'])
    .where('aggregate_id', '=', toUuid('Patient', patient, []))
    .orderBy('id')
    .execute();
}
