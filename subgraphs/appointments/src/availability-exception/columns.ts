import type { Ordering } from '@consulta/platform/connection/ordering';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

/** An exception with both ends of its range as instants. */
export interface ExceptionRow extends Omit<Selectable<Database['availability_exception']>, 'during'> {
  readonly starts_at: Date;
  readonly ends_at: Date;
}
export type ExceptionColumn = keyof ExceptionRow;

/** The columns behind each field of `AvailabilityException`. */
export const exceptionColumns: ColumnMap<ExceptionColumn> = {
  schedule: ['schedule_id'],
  clinic: ['clinic_id'],
  kind: ['kind'],
  start: ['starts_at'],
  end: ['ends_at'],
  reason: ['reason'],
  version: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};

export const exceptionOrdering = {
  name: 'availabilityException.START_ASC',
  direction: 'asc',
  keys: [
    { column: 'starts_at', type: 'timestamptz' },
    { column: 'id', type: 'uuid' },
  ],
} as const satisfies Ordering<ExceptionColumn>;
