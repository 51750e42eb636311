import { beginsWith, sameText } from '@consulta/platform/postgres/expressions';
import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { Database } from '../generated/database.ts';

/** Which clinics a list holds; null conditions do not narrow it. */
export interface ClinicFilter {
  readonly namePrefix: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly status: string;
}

/** What a list of clinics can belong to. */
export type ClinicParent = 'doctor';

const clinic = expressionBuilder<Database & { parent: { id: string } }, 'clinic' | 'parent'>();

/** Whether a clinic belongs to `parent.id` of an enclosing LATERAL join. */
export const belongsTo: Readonly<Record<ClinicParent, Expression<SqlBool>>> = {
  doctor: clinic.exists(
    clinic
      .selectFrom('doctor_clinic')
      .select('doctor_clinic.doctor_id')
      .whereRef('doctor_clinic.clinic_id', '=', 'clinic.id')
      .whereRef('doctor_clinic.doctor_id', '=', 'parent.id'),
  ),
};

export function matches(filter: ClinicFilter): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [clinic('clinic.status', '=', filter.status)];
  if (filter.namePrefix !== null) conditions.push(beginsWith('clinic.name', filter.namePrefix));
  if (filter.city !== null) conditions.push(sameText('clinic.city', filter.city));
  if (filter.country !== null) conditions.push(clinic('clinic.country', '=', filter.country));
  return clinic.and(conditions);
}
