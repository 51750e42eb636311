import { beginsWith } from '@consulta/platform/postgres/expressions';
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

/** Which services a list holds; null conditions do not narrow it. */
export interface ServiceFilter {
  readonly namePrefix: string | null;
  readonly clinic: string | null;
  readonly specialization: string | null;
  readonly modality: string | null;
  readonly status: string;
}

/** What a list of services can belong to. */
export type ServiceParent = 'clinic' | 'specialization' | 'doctor';

const service = expressionBuilder<Database & { parent: { id: string } }, 'healthcare_service' | 'parent'>();

/** Whether a service belongs to `parent.id` of an enclosing LATERAL join. */
export const belongsTo: Readonly<Record<ServiceParent, Expression<SqlBool>>> = {
  clinic: service('healthcare_service.clinic_id', '=', service.ref('parent.id')),
  specialization: service('healthcare_service.specialization_id', '=', service.ref('parent.id')),
  doctor: service.exists(
    service
      .selectFrom('doctor_clinic')
      .innerJoin('doctor_specialization', 'doctor_specialization.doctor_id', 'doctor_clinic.doctor_id')
      .select('doctor_clinic.doctor_id')
      .whereRef('doctor_clinic.doctor_id', '=', 'parent.id')
      .whereRef('doctor_clinic.clinic_id', '=', 'healthcare_service.clinic_id')
      .whereRef('doctor_specialization.specialization_id', '=', 'healthcare_service.specialization_id'),
  ),
};

export function matches(filter: ServiceFilter): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [service('healthcare_service.status', '=', filter.status)];
  if (filter.namePrefix !== null) conditions.push(beginsWith('healthcare_service.name', filter.namePrefix));
  if (filter.clinic !== null) conditions.push(service('healthcare_service.clinic_id', '=', filter.clinic));
  if (filter.specialization !== null) {
    conditions.push(service('healthcare_service.specialization_id', '=', filter.specialization));
  }
  if (filter.modality !== null) {
    conditions.push(sql<SqlBool>`${sql.ref('healthcare_service.modalities')} @> array[${filter.modality}]`);
  }
  return service.and(conditions);
}
