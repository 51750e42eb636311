import type { Ordering } from '@consulta/platform/connection/ordering';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

export type DoctorRow = Selectable<Database['doctor']>;
export type DoctorColumn = keyof DoctorRow;

/** The columns behind each field of `Doctor`. */
export const doctorColumns: ColumnMap<DoctorColumn> = {
  name: ['title', 'given_name', 'family_name'],
  title: ['title'],
  givenName: ['given_name'],
  familyName: ['family_name'],
  languages: ['languages'],
  biography: ['biography'],
  email: ['email'],
  phone: ['phone'],
  status: ['status'],
  version: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};

/** What anyone may see of a doctor: all but how to reach them. */
export const publicDoctorColumns: readonly DoctorColumn[] = [
  'id',
  'title',
  'given_name',
  'family_name',
  'languages',
  'biography',
  'status',
  'version',
  'created_at',
  'updated_at',
];

const byName = [
  { column: 'family_name', type: 'text' },
  { column: 'given_name', type: 'text' },
  { column: 'id', type: 'uuid' },
] as const;

const byCreation = [
  { column: 'created_at', type: 'timestamptz' },
  { column: 'id', type: 'uuid' },
] as const;

export const doctorOrderings = {
  NAME_ASC: { name: 'doctor.NAME_ASC', direction: 'asc', keys: byName },
  NAME_DESC: { name: 'doctor.NAME_DESC', direction: 'desc', keys: byName },
  CREATED_AT_ASC: { name: 'doctor.CREATED_AT_ASC', direction: 'asc', keys: byCreation },
  CREATED_AT_DESC: { name: 'doctor.CREATED_AT_DESC', direction: 'desc', keys: byCreation },
} as const satisfies Record<string, Ordering<DoctorColumn>>;
