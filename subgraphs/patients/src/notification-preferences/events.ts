import type { DomainEvent } from '@consulta/platform/outbox/event';

/** A patient wants to be told in another way. An aggregate of its own: its version is not the patient's. */
export function preferencesChanged(patient: string, version: number): DomainEvent {
  return {
    aggregateType: 'notification_preferences',
    aggregateId: patient,
    version,
    type: 'notification_preferences.changed',
  };
}
