import type { DomainEvent } from '@consulta/platform/outbox/event';

/** The ids of a record, and the version that a change brought it to. */
export interface RecordState {
  readonly id: string;
  readonly version: number;
  readonly patient_id: string;
  readonly doctor_id: string;
  readonly clinic_id: string;
  readonly appointment_id: string | null;
}

/** A record was written. */
export const recordCreated = (record: RecordState): DomainEvent => recordEvent('record.created', record);

/** A version was added to a record. */
export const recordAmended = (record: RecordState): DomainEvent => recordEvent('record.amended', record);

/** A record should never have been written. */
export const recordEnteredInError = (record: RecordState): DomainEvent =>
  recordEvent('record.entered_in_error', record);

function recordEvent(type: string, record: RecordState): DomainEvent {
  return {
    aggregateType: 'record',
    aggregateId: record.id,
    version: record.version,
    type,
    payload: {
      patient: record.patient_id,
      doctor: record.doctor_id,
      clinic: record.clinic_id,
      appointment: record.appointment_id,
    },
  };
}
