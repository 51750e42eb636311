import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

export type ScheduleRow = Selectable<Database['schedule']>;
export type ScheduleColumn = keyof ScheduleRow;

/** The columns behind each field of `Schedule`. */
export const scheduleColumns: ColumnMap<ScheduleColumn> = {
  doctor: ['doctor_id'],
  timeZone: ['time_zone'],
  slotMinutes: ['slot_minutes'],
  minimumNoticeMinutes: ['minimum_notice_minutes'],
  planningHorizonDays: ['planning_horizon_days'],
  maxOverbooking: ['max_overbooking'],
  version: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};
