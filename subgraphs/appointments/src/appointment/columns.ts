import type { Ordering } from '@consulta/platform/connection/ordering';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

export type AppointmentRow = Selectable<Database['appointment']>;
export type AppointmentColumn = keyof AppointmentRow;

/** The columns behind each field of `Appointment`. */
export const appointmentColumns: ColumnMap<AppointmentColumn> = {
  start: ['starts_at'],
  end: ['ends_at'],
  status: ['status'],
  modality: ['modality'],
  reason: ['reason'],
  cancellationReason: ['cancellation_reason'],
  version: ['version'],
  doctor: ['doctor_id'],
  patient: ['patient_id'],
  clinic: ['clinic_id'],
  service: ['service_id'],
  schedule: ['schedule_id'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};

const byStart = [
  { column: 'starts_at', type: 'timestamptz' },
  { column: 'id', type: 'uuid' },
] as const;

export const appointmentOrderings = {
  START_ASC: { name: 'appointment.START_ASC', direction: 'asc', keys: byStart },
  START_DESC: { name: 'appointment.START_DESC', direction: 'desc', keys: byStart },
} as const satisfies Record<string, Ordering<AppointmentColumn>>;
