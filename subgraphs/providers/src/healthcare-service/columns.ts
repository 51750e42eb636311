import type { Ordering } from '@consulta/platform/connection/ordering';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

export type ServiceRow = Selectable<Database['healthcare_service']>;
export type ServiceColumn = keyof ServiceRow;

/** The columns behind each field of `HealthcareService`. */
export const serviceColumns: ColumnMap<ServiceColumn> = {
  name: ['name'],
  description: ['description'],
  durationMinutes: ['duration_minutes'],
  bufferBeforeMinutes: ['buffer_before_minutes'],
  bufferAfterMinutes: ['buffer_after_minutes'],
  modalities: ['modalities'],
  status: ['status'],
  version: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
  clinic: ['clinic_id'],
  specialization: ['specialization_id'],
};

const byName = [
  { column: 'name', type: 'text' },
  { column: 'id', type: 'uuid' },
] as const;

export const serviceOrderings = {
  NAME_ASC: { name: 'service.NAME_ASC', direction: 'asc', keys: byName },
  NAME_DESC: { name: 'service.NAME_DESC', direction: 'desc', keys: byName },
} as const satisfies Record<string, Ordering<ServiceColumn>>;
