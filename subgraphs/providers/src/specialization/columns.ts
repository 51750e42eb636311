import type { Ordering } from '@consulta/platform/connection/ordering';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

export type SpecializationRow = Selectable<Database['specialization']>;
export type SpecializationColumn = keyof SpecializationRow;

/** The columns behind each field of `Specialization`. */
export const specializationColumns: ColumnMap<SpecializationColumn> = {
  code: ['code'],
  name: ['name'],
  description: ['description'],
  version: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};

const byName = [
  { column: 'name', type: 'text' },
  { column: 'id', type: 'uuid' },
] as const;

export const specializationOrderings = {
  NAME_ASC: { name: 'specialization.NAME_ASC', direction: 'asc', keys: byName },
  NAME_DESC: { name: 'specialization.NAME_DESC', direction: 'desc', keys: byName },
} as const satisfies Record<string, Ordering<SpecializationColumn>>;
