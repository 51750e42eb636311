import { anyOf } from '@consulta/platform/postgres/expressions';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

/** Which patients somebody may see: plain data, so that it can narrow any statement. */
export type Visibility =
  | { readonly patients: 'all' | 'none' }
  | { readonly patients: 'self'; readonly patient: string }
  | { readonly patients: 'treated'; readonly doctor: string }
  | { readonly patients: 'ofClinics'; readonly clinics: readonly string[] };

export function visibleTo({ role, patient, doctor, clinics }: Viewer): Visibility {
  switch (role) {
    case 'ADMIN':
    case 'SYSTEM':
      return { patients: 'all' };
    case 'PATIENT':
      return patient === null ? { patients: 'none' } : { patients: 'self', patient };
    case 'DOCTOR':
      return doctor === null ? { patients: 'none' } : { patients: 'treated', doctor };
    case 'STAFF':
      return { patients: 'ofClinics', clinics };
    case 'ANONYMOUS':
    case 'PARTNER':
      return { patients: 'none' };
  }
}

/** Clinical text is for the patient and for doctors, who see only those they treat. */
export function readsMedicalHistory({ role }: Viewer): boolean {
  return role === 'PATIENT' || role === 'DOCTOR' || role === 'SYSTEM';
}

type Patients = ExpressionBuilder<Database, 'patient'>;

/** As {@link isVisible}, of patients that the statement has found already: it looks at those and at no others. */
export function isVisibleById(visibility: Visibility) {
  return (patient: Patients): Expression<SqlBool> =>
    visibility.patients === 'ofClinics'
      ? patient.or([
          patient.exists(registered(patient, visibility.clinics).whereRef('patient_id', '=', 'patient.id')),
          patient.exists(treated(patient, visibility.clinics).whereRef('patient_id', '=', 'patient.id')),
        ])
      : isVisible(visibility)(patient);
}

/** The patients that may be seen, as a condition on `patient`. */
export function isVisible(visibility: Visibility) {
  return (patient: Patients): Expression<SqlBool> => {
    switch (visibility.patients) {
      case 'all':
        return sql<boolean>`true`;
      case 'none':
        return sql<boolean>`false`;
      case 'self':
        return patient('patient.id', '=', visibility.patient);
      case 'treated':
        return isTreatedBy(patient, visibility.doctor, null);
      case 'ofClinics':
        return isOfClinics(patient, visibility.clinics);
    }
  };
}

/**
 * The patients that may be seen and are of one clinic. Who sees a patient through one clinic or one doctor is not
 * told of the patient's other clinics.
 */
export function isVisibleAt(visibility: Visibility, clinic: string) {
  return (patient: Patients): Expression<SqlBool> => {
    switch (visibility.patients) {
      case 'treated':
        return isTreatedBy(patient, visibility.doctor, clinic);
      case 'ofClinics':
        return isOfClinics(
          patient,
          visibility.clinics.filter((own) => own === clinic),
        );
      default:
        return patient.and([isVisible(visibility)(patient), isOfClinics(patient, [clinic])]);
    }
  };
}

function isTreatedBy(patient: Patients, doctor: string, clinic: string | null): Expression<SqlBool> {
  const treated = patient.selectFrom('care_relationship').select('patient_id').where('doctor_id', '=', doctor);
  return patient('patient.id', 'in', clinic === null ? treated : treated.where('clinic_id', '=', clinic));
}

/** Registered or treated there. One `in` over both, unlike two with `or`, lets a list begin at the clinic. */
function isOfClinics(patient: Patients, clinics: readonly string[]): Expression<SqlBool> {
  return patient('patient.id', 'in', registered(patient, clinics).unionAll(treated(patient, clinics)));
}

const registered = (patient: Patients, clinics: readonly string[]) =>
  patient.selectFrom('clinic_registration').select('patient_id').where('clinic_id', '=', anyOf(clinics));

const treated = (patient: Patients, clinics: readonly string[]) =>
  patient.selectFrom('care_relationship').select('patient_id').where('clinic_id', '=', anyOf(clinics));
