import type { ClinicEntry, DoctorEntry, ServiceEntry } from '../directory/entries.ts';

/** Who would see a patient for what, and where. */
export interface Offer {
  readonly doctor: DoctorEntry;
  readonly clinic: ClinicEntry;
  readonly service: ServiceEntry;
}

/** The ways in which this doctor gives this service at this clinic; empty where it does not. */
export function offeredModalities({ doctor, clinic, service }: Offer): readonly string[] {
  const offered =
    [doctor, clinic, service].every(({ status }) => status === 'active') &&
    service.clinic_id === clinic.id &&
    doctor.clinic_ids.includes(clinic.id) &&
    doctor.specialization_ids.includes(service.specialization_id);
  return offered ? service.modalities : [];
}
