import type { DomainEvent } from '@consulta/platform/outbox/event';

/** What booking must know of a service. Ids are uuids. */
export interface ServiceState {
  readonly id: string;
  readonly version: number;
  readonly clinic_id: string;
  readonly specialization_id: string;
  readonly duration_minutes: number;
  readonly buffer_before_minutes: number;
  readonly buffer_after_minutes: number;
  readonly modalities: readonly string[];
  readonly status: string;
}

/** A healthcare service was offered or changed: the whole of what booking needs, so no reader asks back. */
export function serviceChanged(service: ServiceState): DomainEvent {
  return {
    aggregateType: 'service',
    aggregateId: service.id,
    version: service.version,
    type: 'service.changed',
    payload: {
      clinic: service.clinic_id,
      specialization: service.specialization_id,
      durationMinutes: service.duration_minutes,
      bufferBeforeMinutes: service.buffer_before_minutes,
      bufferAfterMinutes: service.buffer_after_minutes,
      modalities: service.modalities,
      status: service.status,
    },
  };
}
