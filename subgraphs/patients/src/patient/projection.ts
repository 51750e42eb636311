import { type ColumnMap, type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { PatientColumn } from './queries.ts';

/** The columns behind each field of `Patient`. */
const patientColumns: ColumnMap<PatientColumn> = {
  name: ['given_name', 'family_name'],
  givenName: ['given_name'],
  familyName: ['family_name'],
  birthDate: ['birth_date'],
  gender: ['gender'],
  email: ['email'],
  phone: ['phone'],
  addressLine: ['address_line'],
  city: ['city'],
  postalCode: ['postal_code'],
  country: ['country'],
  language: ['language'],
  timeZone: ['time_zone'],
  status: ['status'],
  medicalHistory: ['medical_history'],
  version: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};

/** The columns that a selection of patients needs; see {@link selectedColumns} for `path`. */
export function patientColumnsOf(info: ProjectionInfo, path: readonly string[] = []): readonly PatientColumn[] {
  return selectedColumns(info, 'Patient', patientColumns, ['id'], path);
}
