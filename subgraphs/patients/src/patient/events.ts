import type { DomainEvent } from '@consulta/platform/outbox/event';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** A patient was registered at a clinic. */
export function patientRegistered({ id, version }: Versioned, clinic: string): DomainEvent {
  return { aggregateType: 'patient', aggregateId: id, version, type: 'patient.registered', payload: { clinic } };
}

/** A patient, or one of the patient's contacts, changed. Says no more: what changed is health data or personal. */
export function patientChanged({ id, version }: Versioned): DomainEvent {
  return { aggregateType: 'patient', aggregateId: id, version, type: 'patient.changed' };
}
