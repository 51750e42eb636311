import type { Ordering } from '@consulta/platform/connection/ordering';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { AppointmentRow } from '../appointment/columns.ts';

/** A hold that still runs; its id is its appointment's. */
export type HoldRow = Pick<
  AppointmentRow,
  'id' | 'starts_at' | 'ends_at' | 'doctor_id' | 'clinic_id' | 'service_id' | 'patient_id' | 'modality'
> & { readonly expires_at: Date };
export type HoldColumn = keyof HoldRow;

/** The columns behind each field of `SlotHold`. */
export const holdColumns: ColumnMap<HoldColumn> = {
  start: ['starts_at'],
  end: ['ends_at'],
  doctor: ['doctor_id'],
  clinic: ['clinic_id'],
  service: ['service_id'],
  patient: ['patient_id'],
  modality: ['modality'],
  expiresAt: ['expires_at'],
};

/** Those that run out first come first: an index of nothing but holds has this order. */
export const holdOrdering = {
  name: 'slotHolds',
  direction: 'asc',
  keys: [
    { column: 'expires_at', type: 'timestamptz' },
    { column: 'id', type: 'uuid' },
  ],
} as const satisfies Ordering<HoldColumn>;
