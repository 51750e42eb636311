import { forbidden, unauthenticated } from '@consulta/platform/graphql/errors';
import { anyOf } from '@consulta/platform/postgres/expressions';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { expressionBuilder, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { Anchor, Condition, MedicalRecordFilter } from './queries.ts';

/**
 * The records a viewer may know of. PATIENT: their own. DOCTOR: those they wrote and those of patients they treat.
 * STAFF: those of their clinics. ADMIN and SYSTEM: all.
 *
 * @param vouched patients whom the appointments subgraph says the doctor treats, though the read model does not know yet
 */
export function visibleTo(viewer: Viewer, vouched: readonly string[] = []): Condition {
  const eb = expressionBuilder<Database, 'medical_record'>();
  switch (viewer.role) {
    case 'ADMIN':
    case 'SYSTEM':
      return sql<boolean>`true`;
    case 'STAFF':
      return eb('medical_record.clinic_id', '=', anyOf(viewer.clinics));
    case 'PATIENT':
      return viewer.patient === null ? nothing : eb('medical_record.patient_id', '=', viewer.patient);
    case 'DOCTOR':
      return viewer.doctor === null
        ? nothing
        : eb.or([
            eb('medical_record.doctor_id', '=', viewer.doctor),
            eb('medical_record.patient_id', '=', anyOf(vouched)),
            eb.exists(
              eb
                .selectFrom('care_relationship')
                .select(sql.lit(1).as('one'))
                .where('care_relationship.doctor_id', '=', viewer.doctor)
                .whereRef('care_relationship.patient_id', '=', 'medical_record.patient_id'),
            ),
          ]);
    case 'ANONYMOUS':
    case 'PARTNER':
      return nothing;
  }
}

const nothing: Condition = sql<boolean>`false`;

/**
 * Where a list of the viewer's starts, so that an index gives its order. Without a patient or a doctor in the filter a
 * doctor's list is of the records they wrote: those of all their patients, by all doctors, have no index to follow.
 */
export function anchorOf(viewer: Viewer, { patient, doctor, clinic }: MedicalRecordFilter): Anchor | null {
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

/** Clinical text (note, diagnosis, prescription, reasons, names of files) is for the patient and their doctors. */
export function mayReadContent({ role }: Viewer): boolean {
  return role === 'PATIENT' || role === 'DOCTOR' || role === 'SYSTEM';
}

/** Root fields ask for a viewer; a nested record that a visitor may not see is just not there. */
export function mustBeSignedIn({ role }: Viewer): void {
  if (role === 'ANONYMOUS') throw unauthenticated();
}

/** Who writes a version of a record. */
export interface Author {
  readonly account: string;
  /** Null for ADMIN. */
  readonly doctor: string | null;
}

/** Only doctors write records and amend them. */
export function asDoctor(viewer: Viewer): Author & { readonly doctor: string } {
  mustBeSignedIn(viewer);
  const { role, account, doctor } = viewer;
  if (role !== 'DOCTOR' || account === null || doctor === null) throw forbidden();
  return { account, doctor };
}

/** Doctors mark what they wrote, ADMIN anything. */
export function asDoctorOrAdmin(viewer: Viewer): Author {
  if (viewer.role !== 'ADMIN' || viewer.account === null) return asDoctor(viewer);
  return { account: viewer.account, doctor: null };
}
