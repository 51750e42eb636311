import { type Kysely, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { DoctorState } from './events.ts';

/** Doctors with all that `doctor.changed` tells of them. */
export function selectDoctorStates(db: Kysely<Database>) {
  return db
    .selectFrom('doctor')
    .select((eb) => [
      'doctor.id',
      'doctor.version',
      'doctor.languages',
      'doctor.status',
      sql<string[]>`array${eb
        .selectFrom('doctor_specialization')
        .select('doctor_specialization.specialization_id')
        .whereRef('doctor_specialization.doctor_id', '=', 'doctor.id')
        .orderBy('doctor_specialization.specialization_id')}`.as('specializations'),
      sql<string[]>`array${eb
        .selectFrom('doctor_clinic')
        .select('doctor_clinic.clinic_id')
        .whereRef('doctor_clinic.doctor_id', '=', 'doctor.id')
        .orderBy('doctor_clinic.clinic_id')}`.as('clinics'),
    ]);
}

export function doctorState(db: Kysely<Database>, id: string): Promise<DoctorState> {
  return selectDoctorStates(db).where('doctor.id', '=', id).executeTakeFirstOrThrow();
}
