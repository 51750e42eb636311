import type { AppointmentRow } from './columns.ts';
import type { StoredStatus } from './status.ts';

/** What decisions about an appointment are made on. */
export const stateColumns = [
  'id',
  'starts_at',
  'ends_at',
  'schedule_id',
  'doctor_id',
  'patient_id',
  'clinic_id',
  'service_id',
  'modality',
  'status',
  'version',
] as const satisfies readonly (keyof AppointmentRow)[];

/** An appointment as changes find and leave it. */
export type AppointmentState = Omit<Pick<AppointmentRow, (typeof stateColumns)[number]>, 'status'> & {
  readonly status: StoredStatus;
  /** Of the schedule's calendar. */
  readonly time_zone: string;
};
