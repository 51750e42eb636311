import type { DomainEvent } from '@consulta/platform/outbox/event';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { AppointmentState } from './state.ts';
import { shownStatus } from './status.ts';

export type EventType =
  | 'held'
  | 'booked'
  | 'rescheduled'
  | 'arrived'
  | 'checked_in'
  | 'fulfilled'
  | 'cancelled'
  | 'expired'
  | 'no_show'
  | 'entered_in_error';

/** What happened, by whom, and what was overruled. */
export interface Happening {
  readonly type: EventType;
  readonly actor: Pick<Viewer, 'account' | 'role'>;
  readonly overrides?: readonly string[];
}

/**
 * Tells the world of a change. `from` is the status before, null for a new appointment; `previous` is there where the
 * appointment moved to another doctor or clinic, and names those it left. Uuids only, nothing of a person.
 */
export function appointmentChanged(
  type: EventType,
  before: AppointmentState | null,
  after: AppointmentState,
): DomainEvent {
  const moved = before !== null && (before.doctor_id !== after.doctor_id || before.clinic_id !== after.clinic_id);
  return {
    aggregateType: 'appointment',
    aggregateId: after.id,
    version: after.version,
    type: `appointment.${type}`,
    payload: {
      doctor: after.doctor_id,
      patient: after.patient_id,
      clinic: after.clinic_id,
      seq: after.version,
      status: shownStatus(after.status),
      from: before === null ? null : shownStatus(before.status),
      ...(moved && { previous: { doctor: before.doctor_id, clinic: before.clinic_id } }),
    },
  };
}
