import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

export type SeriesRow = Selectable<Database['appointment_series']>;
export type SeriesColumn = keyof SeriesRow;

/** The columns behind each field of `AppointmentSeries`. */
export const seriesColumns: ColumnMap<SeriesColumn> = {
  doctor: ['doctor_id'],
  patient: ['patient_id'],
  clinic: ['clinic_id'],
  service: ['service_id'],
  modality: ['modality'],
  startDate: ['starts_on'],
  startTime: ['starts'],
  everyWeeks: ['every_weeks'],
  count: ['count'],
  timeZone: ['time_zone'],
  version: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};
