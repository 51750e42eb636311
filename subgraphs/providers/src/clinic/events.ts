import type { DomainEvent } from '@consulta/platform/outbox/event';

/** What readers of the directory keep of a clinic. */
export interface ClinicState {
  readonly id: string;
  readonly version: number;
  readonly time_zone: string;
  readonly city: string;
  readonly status: string;
}

/** A clinic was opened or changed: the whole of what availability search keeps of it. */
export function clinicChanged({ id, version, time_zone: timeZone, city, status }: ClinicState): DomainEvent {
  return {
    aggregateType: 'clinic',
    aggregateId: id,
    version,
    type: 'clinic.changed',
    payload: { timeZone, city, status },
  };
}
