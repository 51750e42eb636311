import type { DomainEvent } from '@consulta/platform/outbox/event';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { slotsTags } from '../availability/tags.ts';
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
      ...(!keepsTime.includes(type) && { voids: slotsAround(before, after) }),
    },
  };
}

/** Steps of a visit that neither take nor free time. */
const keepsTime: readonly EventType[] = ['checked_in', 'fulfilled'];

/** What was known of free time around an appointment, where it was and where it is. */
function slotsAround(...states: readonly (AppointmentState | null)[]): string[] {
  const tags = states.flatMap((state) => {
    if (state === null) return [];
    const { doctor_id, starts_at, ends_at, time_zone } = state;
    return slotsTags(doctor_id, { start: starts_at.getTime(), end: ends_at.getTime() }, time_zone);
  });
  return [...new Set(tags)];
}
