import { idempotent } from '@consulta/platform/idempotency';
import { codeOf, expectedVersion, idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { patientChanged } from './events.ts';
import { personFields } from './fields.ts';
import { statuses } from './filter.ts';
import { medicalHistoryInput } from './medical-history.ts';
import { mayUpdatePatient } from './policy.ts';
import { type PatientChanges, updatePatientRow } from './queries.ts';
import { versionConflict, visiblePatient } from './visible-patient.ts';

const changesSchema = z.object({
  ...personFields,
  status: codeOf(statuses),
  medicalHistory: medicalHistoryInput.nullable(),
});

const inputSchema = changesSchema.partial().extend({ patient: idOf('Patient'), expectedVersion, idempotencyKey });

/**
 * Changes a patient; returns the patient's uuid.
 *
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function updatePatient(context: Context, input: unknown): Promise<string> {
  const { patient, expectedVersion: version, idempotencyKey: key, ...changes } = parseInput(inputSchema, input);
  mayUpdatePatient(context.viewer, Object.keys(changes));
  await visiblePatient(context, patient, ['patient']);
  const request = {
    principal: principalOf(context.viewer),
    key,
    request: { updatePatient: { patient, version, changes } },
  };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    const updated = await updatePatientRow(transaction, patient, version, toRow(changes));
    if (updated === undefined) throw versionConflict();
    emit(patientChanged(updated));
    return updated.id;
  });
}

const columnOf = {
  givenName: 'given_name',
  familyName: 'family_name',
  birthDate: 'birth_date',
  gender: 'gender',
  email: 'email',
  phone: 'phone',
  addressLine: 'address_line',
  city: 'city',
  postalCode: 'postal_code',
  country: 'country',
  language: 'language',
  timeZone: 'time_zone',
  status: 'status',
  medicalHistory: 'medical_history',
} as const satisfies Record<keyof z.output<typeof changesSchema>, keyof PatientChanges>;

function toRow(changes: Readonly<Partial<Record<keyof typeof columnOf, unknown>>>): PatientChanges {
  return Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [columnOf[field as keyof typeof columnOf], value]),
  );
}
