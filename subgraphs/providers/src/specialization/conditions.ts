import { beginsWith } from '@consulta/platform/postgres/expressions';
import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { Database } from '../generated/database.ts';

/** Which specializations a list holds; null conditions do not narrow it. */
export interface SpecializationFilter {
  readonly namePrefix: string | null;
}

/** What a list of specializations can belong to. */
export type SpecializationParent = 'doctor' | 'clinic';

const specialization = expressionBuilder<Database & { parent: { id: string } }, 'specialization' | 'parent'>();

/** Whether a specialization belongs to `parent.id` of an enclosing LATERAL join. */
export const belongsTo: Readonly<Record<SpecializationParent, Expression<SqlBool>>> = {
  doctor: specialization.exists(
    specialization
      .selectFrom('doctor_specialization')
      .select('doctor_specialization.doctor_id')
      .whereRef('doctor_specialization.specialization_id', '=', 'specialization.id')
      .whereRef('doctor_specialization.doctor_id', '=', 'parent.id'),
  ),
  clinic: specialization.exists(
    specialization
      .selectFrom('healthcare_service')
      .select('healthcare_service.id')
      .whereRef('healthcare_service.specialization_id', '=', 'specialization.id')
      .whereRef('healthcare_service.clinic_id', '=', 'parent.id')
      .where('healthcare_service.status', '=', 'active'),
  ),
};

export function matches({ namePrefix }: SpecializationFilter): Expression<SqlBool> {
  return namePrefix === null ? specialization.lit(true) : beginsWith('specialization.name', namePrefix);
}
