import { unauthenticated } from '@consulta/platform/graphql/errors';
import { anyOf } from '@consulta/platform/postgres/expressions';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { expressionBuilder, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { Anchor, AppointmentFilter, Condition } from './queries.ts';

const nothing: Condition = sql<boolean>`false`;

/**
 * The appointments a viewer may know of. PATIENT: their own. DOCTOR: those with them, not those that their patients
 * have with others. STAFF: those of their clinics. ADMIN and SYSTEM: all.
 */
export function visibleTo(viewer: Viewer): Condition {
  const eb = expressionBuilder<Database, 'appointment'>();
  switch (viewer.role) {
    case 'ADMIN':
    case 'SYSTEM':
      return sql<boolean>`true`;
    case 'STAFF':
      return eb('appointment.clinic_id', '=', anyOf(viewer.clinics));
    case 'PATIENT':
      return viewer.patient === null ? nothing : eb('appointment.patient_id', '=', viewer.patient);
    case 'DOCTOR':
      return viewer.doctor === null ? nothing : eb('appointment.doctor_id', '=', viewer.doctor);
    case 'ANONYMOUS':
    case 'PARTNER':
      return nothing;
  }
}

/** Where a list of the viewer's starts, so that an index gives its order; null where it starts anywhere. */
export function anchorOf(viewer: Viewer, { patient, doctor, clinic }: AppointmentFilter): Anchor | null {
  if (patient !== null) return { column: 'patient_id', ids: [patient] };
  if (viewer.role === 'PATIENT') return { column: 'patient_id', ids: idsOf(viewer.patient) };
  if (doctor !== null) return { column: 'doctor_id', ids: [doctor] };
  if (viewer.role === 'DOCTOR') return { column: 'doctor_id', ids: idsOf(viewer.doctor) };
  if (clinic !== null) return { column: 'clinic_id', ids: [clinic] };
  if (viewer.role === 'STAFF') return { column: 'clinic_id', ids: viewer.clinics };
  return null;
}

function idsOf(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}

/** Why a patient comes, or no longer does, is health data: for the patient, the doctor and the clinic, whose rows alone they see. */
export function mayReadReason({ role }: Viewer): boolean {
  return role === 'PATIENT' || role === 'DOCTOR' || role === 'STAFF' || role === 'SYSTEM';
}

/** What staff overruled is between colleagues. */
export function mayReadOverrides({ role }: Viewer): boolean {
  return role !== 'PATIENT';
}

/** Root fields ask for a viewer; a nested appointment that a visitor may not see is just not there. */
export function mustBeSignedIn({ role }: Viewer): void {
  if (role === 'ANONYMOUS') throw unauthenticated();
}
