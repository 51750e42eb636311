import type { Ordering } from '@consulta/platform/connection/ordering';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

export type ClinicRow = Selectable<Database['clinic']>;
export type ClinicColumn = keyof ClinicRow;

/** The columns behind each field of `Clinic`. */
export const clinicColumns: ColumnMap<ClinicColumn> = {
  name: ['name'],
  addressLine: ['address_line'],
  city: ['city'],
  region: ['region'],
  postalCode: ['postal_code'],
  country: ['country'],
  timeZone: ['time_zone'],
  phone: ['phone'],
  email: ['email'],
  status: ['status'],
  version: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};

const byName = [
  { column: 'name', type: 'text' },
  { column: 'id', type: 'uuid' },
] as const;

const byCreation = [
  { column: 'created_at', type: 'timestamptz' },
  { column: 'id', type: 'uuid' },
] as const;

export const clinicOrderings = {
  NAME_ASC: { name: 'clinic.NAME_ASC', direction: 'asc', keys: byName },
  NAME_DESC: { name: 'clinic.NAME_DESC', direction: 'desc', keys: byName },
  CREATED_AT_ASC: { name: 'clinic.CREATED_AT_ASC', direction: 'asc', keys: byCreation },
  CREATED_AT_DESC: { name: 'clinic.CREATED_AT_DESC', direction: 'desc', keys: byCreation },
} as const satisfies Record<string, Ordering<ClinicColumn>>;
