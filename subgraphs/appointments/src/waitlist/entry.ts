import type { DomainEvent } from '@consulta/platform/outbox/event';

/** What becomes of an entry is decided on this. */
export interface EntryState {
  readonly id: string;
  readonly patient_id: string;
  readonly doctor_id: string;
  readonly clinic_id: string;
  readonly status: string;
  /** The hold that it is or was offered. */
  readonly offered_appointment_id: string | null;
  readonly version: number;
}

export const entryStateColumns = [
  'id',
  'patient_id',
  'doctor_id',
  'clinic_id',
  'status',
  'offered_appointment_id',
  'version',
] as const satisfies readonly (keyof EntryState)[];

export type WaitlistEventType = 'joined' | 'offered' | 'booked' | 'left' | 'expired';

/** Tells the world of a change. Uuids only, nothing of a person. */
export function entryChanged(type: WaitlistEventType, after: EntryState): DomainEvent {
  return {
    aggregateType: 'waitlist_entry',
    aggregateId: after.id,
    version: after.version,
    type: `waitlist.${type}`,
    payload: {
      patient: after.patient_id,
      doctor: after.doctor_id,
      clinic: after.clinic_id,
      appointment: after.offered_appointment_id,
    },
  };
}
