import type { Ordering } from '@consulta/platform/connection/ordering';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

export type RuleRow = Selectable<Database['availability_rule']>;
export type RuleColumn = keyof RuleRow;

/** The columns behind each field of `AvailabilityRule`. */
export const ruleColumns: ColumnMap<RuleColumn> = {
  schedule: ['schedule_id'],
  clinic: ['clinic_id'],
  dayOfWeek: ['day_of_week'],
  startTime: ['starts'],
  endTime: ['ends'],
  timeZone: ['time_zone'],
  modalities: ['modalities'],
  validFrom: ['valid_from'],
  validTo: ['valid_to'],
  version: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};

/** As a week is read: Monday first, then by time. */
export const ruleOrdering = {
  name: 'availabilityRule.WEEK',
  direction: 'asc',
  keys: [
    { column: 'day_of_week', type: 'int' },
    { column: 'starts', type: 'time' },
    { column: 'id', type: 'uuid' },
  ],
} as const satisfies Ordering<RuleColumn>;
