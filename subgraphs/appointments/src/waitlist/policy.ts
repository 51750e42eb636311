import { anyOf } from '@consulta/platform/postgres/expressions';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

/** How many entries a patient may have at once. */
export const mostEntries = 10;

/**
 * The entries a viewer may know of, as a condition on `waitlist_entry`. PATIENT: their own. DOCTOR: those that wait for
 * them. STAFF: those at their clinics. ADMIN and SYSTEM: all.
 */
export function visibleEntries(viewer: Viewer): Expression<SqlBool> {
  const eb = expressionBuilder<Database, 'waitlist_entry'>();
  const nothing = sql<SqlBool>`false`;
  switch (viewer.role) {
    case 'ADMIN':
    case 'SYSTEM':
      return sql<SqlBool>`true`;
    case 'STAFF':
      return eb('waitlist_entry.clinic_id', '=', anyOf(viewer.clinics));
    case 'PATIENT':
      return viewer.patient === null ? nothing : eb('waitlist_entry.patient_id', '=', viewer.patient);
    case 'DOCTOR':
      return viewer.doctor === null ? nothing : eb('waitlist_entry.doctor_id', '=', viewer.doctor);
    case 'ANONYMOUS':
    case 'PARTNER':
      return nothing;
  }
}
