import { badUserInput, forbidden, unauthenticated } from '@consulta/platform/graphql/errors';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { AppointmentState } from '../appointment/state.ts';

/**
 * Who may put a visit where. PATIENT: anywhere. DOCTOR: into their own schedule. STAFF: at their clinics. ADMIN:
 * anywhere.
 */
export function mayPlace(
  viewer: Viewer,
  { doctor, clinic }: { readonly doctor: string; readonly clinic: string },
): void {
  if (viewer.role === 'ANONYMOUS') throw unauthenticated();
  const allowed =
    viewer.role === 'PATIENT' ||
    viewer.role === 'ADMIN' ||
    (viewer.role === 'DOCTOR' && viewer.doctor === doctor) ||
    (viewer.role === 'STAFF' && viewer.clinics.includes(clinic));
  if (!allowed) throw forbidden();
}

/** For whom the viewer books: a patient for themself, everybody else for the patient they name. */
export function patientOf(viewer: Viewer, patient: string | null): string {
  if (viewer.role === 'PATIENT') {
    if (viewer.patient === null || (patient !== null && patient !== viewer.patient)) throw forbidden();
    return viewer.patient;
  }
  if (patient === null) throw badUserInput('Name the patient.', ['input', 'patient']);
  return patient;
}

/** Under which account a booking, or the wish for one, is kept: nobody but people with accounts has any. */
export function accountOf({ account, role }: Viewer): string {
  if (account === null) throw new Error(`a ${role} without an account cannot book`);
  return account;
}

/** Rules of booking are for STAFF and ADMIN to overrule. */
export function mayOverrule({ role }: Viewer): void {
  if (role !== 'STAFF' && role !== 'ADMIN') throw forbidden();
}

/** Patients decide until the visit begins; from then on it is for the clinic to say what became of it. */
export function isTooLate({ role }: Viewer, { starts_at }: AppointmentState, now: Date): boolean {
  return role === 'PATIENT' && starts_at <= now;
}
