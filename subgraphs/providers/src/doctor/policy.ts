import type { Viewer } from '@consulta/platform/viewer/viewer';
import { mayChange, worksAt } from '../policy.ts';

const seeEveryContact: readonly Viewer['role'][] = ['STAFF', 'ADMIN', 'SYSTEM'];

/** Patients reach a doctor through the clinic: e-mail and telephone are for colleagues and the doctor. */
export function seesContact(viewer: Viewer, doctor: string): boolean {
  return seeEveryContact.includes(viewer.role) || isDoctor(viewer, doctor);
}

export function mayCreateDoctor(viewer: Viewer): void {
  mayChange(viewer, false);
}

/** What a change of a doctor touches. */
export interface DoctorChange {
  readonly doctor: string;
  /** The clinics they join or leave. */
  readonly clinics: readonly string[];
  /** The other fields that change. */
  readonly fields: readonly string[];
}

/** Doctors tell of themselves, and STAFF decide who works at their clinics; neither does the other's. */
export function mayUpdateDoctor(viewer: Viewer, { doctor, clinics, fields }: DoctorChange): void {
  const ofThemselves =
    isDoctor(viewer, doctor) && clinics.length === 0 && fields.every((field) => ownFields.includes(field));
  const ofTheirClinics = worksAt(viewer, clinics) && clinics.length > 0 && fields.length === 0;
  mayChange(viewer, ofThemselves || ofTheirClinics);
}

const ownFields: readonly string[] = ['biography', 'languages'];

function isDoctor(viewer: Viewer, doctor: string): boolean {
  return viewer.role === 'DOCTOR' && viewer.doctor === doctor;
}
