import { anyOf } from '@consulta/platform/postgres/expressions';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

const nothing = sql<SqlBool>`false`;

/**
 * The series a viewer may know of, by whom they were booked for, with and where, as a condition on
 * `appointment_series`. A doctor or clinic to whom a single visit was moved later sees that appointment, not the series.
 */
export function visibleSeries(viewer: Viewer): Expression<SqlBool> {
  const eb = expressionBuilder<Database, 'appointment_series'>();
  switch (viewer.role) {
    case 'ADMIN':
    case 'SYSTEM':
      return sql<SqlBool>`true`;
    case 'STAFF':
      return eb('appointment_series.clinic_id', '=', anyOf(viewer.clinics));
    case 'PATIENT':
      return viewer.patient === null ? nothing : eb('appointment_series.patient_id', '=', viewer.patient);
    case 'DOCTOR':
      return viewer.doctor === null ? nothing : eb('appointment_series.doctor_id', '=', viewer.doctor);
    case 'ANONYMOUS':
    case 'PARTNER':
      return nothing;
  }
}
