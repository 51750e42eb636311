import type { DomainEvent } from '@consulta/platform/outbox/event';

/** What readers of the directory keep of a doctor. Ids are uuids. */
export interface DoctorState {
  readonly id: string;
  readonly version: number;
  readonly specializations: readonly string[];
  readonly clinics: readonly string[];
  readonly languages: readonly string[];
  readonly status: string;
}

/**
 * A doctor joined, left a clinic, or changed in any other way: the whole of what search keeps, so that a reader needs
 * no earlier event. The cities a doctor works in are not here: they follow from `clinic.changed`, and a clinic that
 * moves would otherwise have to change each of its doctors.
 */
export function doctorChanged({ id, version, specializations, clinics, languages, status }: DoctorState): DomainEvent {
  return {
    aggregateType: 'doctor',
    aggregateId: id,
    version,
    type: 'doctor.changed',
    payload: { specializations, clinics, languages, status },
  };
}
