import type { DomainEvent } from '@consulta/platform/outbox/event';

/** A clinic was opened or changed. Carries what availability search keeps of it. */
export function clinicChanged(clinic: {
  readonly id: string;
  readonly version: number;
  readonly time_zone: string;
  readonly city: string;
  readonly status: string;
}): DomainEvent {
  const { id, version, time_zone: timeZone, city, status } = clinic;
  return { aggregateType: 'clinic', aggregateId: id, version, type: 'clinic.changed', payload: { timeZone, city, status } };
}
