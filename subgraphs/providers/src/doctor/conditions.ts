import { beginsWith, sameText } from '@consulta/platform/postgres/expressions';
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

/** Which doctors a list holds; null conditions do not narrow it. */
export interface DoctorFilter {
  readonly namePrefix: string | null;
  readonly specialization: string | null;
  readonly clinic: string | null;
  readonly city: string | null;
  readonly language: string | null;
  readonly status: string;
}

/** What a list of doctors can belong to. */
export type DoctorParent = 'clinic' | 'specialization' | 'service';

const doctor = expressionBuilder<Database & { parent: { id: string } }, 'doctor' | 'parent'>();

const membership = doctor
  .selectFrom('doctor_clinic')
  .select('doctor_clinic.clinic_id')
  .whereRef('doctor_clinic.doctor_id', '=', 'doctor.id');

const practice = doctor
  .selectFrom('doctor_specialization')
  .select('doctor_specialization.specialization_id')
  .whereRef('doctor_specialization.doctor_id', '=', 'doctor.id');

/** Whether a doctor belongs to `parent.id` of an enclosing LATERAL join. */
export const belongsTo: Readonly<Record<DoctorParent, Expression<SqlBool>>> = {
  clinic: doctor.exists(membership.whereRef('doctor_clinic.clinic_id', '=', 'parent.id')),
  specialization: doctor.exists(practice.whereRef('doctor_specialization.specialization_id', '=', 'parent.id')),
  service: doctor.exists(
    membership
      .innerJoin('healthcare_service', 'healthcare_service.clinic_id', 'doctor_clinic.clinic_id')
      .innerJoin('doctor_specialization', (join) =>
        join
          .onRef('doctor_specialization.doctor_id', '=', 'doctor_clinic.doctor_id')
          .onRef('doctor_specialization.specialization_id', '=', 'healthcare_service.specialization_id'),
      )
      .whereRef('healthcare_service.id', '=', 'parent.id'),
  ),
};

export function matches(filter: DoctorFilter): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [doctor('doctor.status', '=', filter.status)];
  if (filter.namePrefix !== null) {
    const { namePrefix } = filter;
    conditions.push(
      doctor.or([beginsWith('doctor.family_name', namePrefix), beginsWith('doctor.given_name', namePrefix)]),
    );
  }
  if (filter.specialization !== null) {
    conditions.push(
      doctor.exists(practice.where('doctor_specialization.specialization_id', '=', filter.specialization)),
    );
  }
  if (filter.clinic !== null) {
    conditions.push(doctor.exists(membership.where('doctor_clinic.clinic_id', '=', filter.clinic)));
  }
  if (filter.city !== null) {
    conditions.push(
      doctor.exists(
        membership
          .innerJoin('clinic', 'clinic.id', 'doctor_clinic.clinic_id')
          .where('clinic.status', '=', 'active')
          .where(sameText('clinic.city', filter.city)),
      ),
    );
  }
  if (filter.language !== null) {
    conditions.push(sql<SqlBool>`${sql.ref('doctor.languages')} @> array[${filter.language}]`);
  }
  return doctor.and(conditions);
}
