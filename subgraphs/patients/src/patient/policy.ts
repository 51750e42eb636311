import { forbidden, unauthenticated } from '@consulta/platform/graphql/errors';
import type { Viewer } from '@consulta/platform/viewer/viewer';

/** STAFF registers patients at their own clinics, ADMIN anywhere. */
export function mayRegisterPatient(viewer: Viewer, clinic: string): void {
  if (viewer.role === 'ANONYMOUS') throw unauthenticated();
  const everywhere = viewer.role === 'ADMIN' || viewer.role === 'SYSTEM';
  if (!everywhere && !(viewer.role === 'STAFF' && viewer.clinics.includes(clinic))) throw forbidden();
}

/**
 * Which fields a role changes of the patients it sees. Clinical text is written by those who treat; whether somebody
 * is in care is for the clinic to say.
 */
export function mayUpdatePatient(viewer: Viewer, fields: readonly string[]): void {
  if (viewer.role === 'ANONYMOUS') throw unauthenticated();
  if (!fields.every(fieldsOf(viewer))) throw forbidden();
}

function fieldsOf({ role }: Viewer): (field: string) => boolean {
  switch (role) {
    case 'SYSTEM':
      return () => true;
    case 'ADMIN':
    case 'STAFF':
      return (field) => field !== 'medicalHistory';
    case 'PATIENT':
      return (field) => field !== 'medicalHistory' && field !== 'status';
    case 'DOCTOR':
      return (field) => field === 'medicalHistory';
    default:
      throw forbidden();
  }
}

/** Whom to call for a patient: for the patient and the clinics, of the patients they see. */
export function mayChangeContacts({ role }: Viewer): void {
  if (role === 'ANONYMOUS') throw unauthenticated();
  if (!['PATIENT', 'STAFF', 'ADMIN', 'SYSTEM'].includes(role)) throw forbidden();
}
