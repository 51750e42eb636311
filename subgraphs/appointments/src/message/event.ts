import type { DomainEvent } from '@consulta/platform/outbox/event';
import type { Subject } from './change-queries.ts';

/** Tells the world of a message, of one that was read also of all before it. Uuids only, nothing of what it says. */
export function messageChanged(type: 'sent' | 'read', message: string, about: Subject): DomainEvent {
  return {
    aggregateType: 'message',
    aggregateId: message,
    version: type === 'sent' ? 1 : 2,
    type: `message.${type}`,
    payload: {
      appointment: about.id,
      patient: about.patient_id,
      doctor: about.doctor_id,
      clinic: about.clinic_id,
    },
  };
}
