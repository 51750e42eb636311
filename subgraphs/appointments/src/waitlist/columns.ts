import type { Ordering } from '@consulta/platform/connection/ordering';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

/** How an entry stands. */
export const waitlistStatuses = ['waiting', 'offered', 'booked', 'cancelled', 'expired'] as const;

/** An entry with both ends of its period as columns. */
export type WaitlistRow = Omit<Selectable<Database['waitlist_entry']>, 'period' | 'place' | 'created_by'> & {
  readonly starts_at: Date;
  readonly ends_at: Date;
};
export type WaitlistColumn = keyof WaitlistRow;

/** The columns behind each field of `WaitlistEntry`. */
export const waitlistColumns: ColumnMap<WaitlistColumn> = {
  patient: ['patient_id'],
  doctor: ['doctor_id'],
  clinic: ['clinic_id'],
  service: ['service_id'],
  modality: ['modality'],
  from: ['starts_at'],
  to: ['ends_at'],
  status: ['status'],
  offer: ['status', 'offered_appointment_id'],
  offerExpiresAt: ['offer_expires_at'],
  appointment: ['status', 'offered_appointment_id'],
  version: ['version'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};

/** The order of joining, in which times are offered. */
export const waitlistOrdering = {
  name: 'waitlistEntries',
  direction: 'asc',
  keys: [
    { column: 'created_at', type: 'timestamptz' },
    { column: 'id', type: 'uuid' },
  ],
} as const satisfies Ordering<WaitlistColumn>;
