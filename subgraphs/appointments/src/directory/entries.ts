/** What booking and search know of a clinic. Ids are uuids. */
export interface ClinicEntry {
  readonly id: string;
  readonly time_zone: string;
  readonly city: string;
  readonly status: string;
  readonly version: number;
}

/** What booking and search know of a doctor. */
export interface DoctorEntry {
  readonly id: string;
  readonly specialization_ids: readonly string[];
  readonly clinic_ids: readonly string[];
  readonly languages: readonly string[];
  readonly status: string;
  readonly version: number;
}

/** What booking and search know of a healthcare service, which is offered at one clinic. */
export interface ServiceEntry {
  readonly id: string;
  readonly clinic_id: string;
  readonly specialization_id: string;
  readonly duration_minutes: number;
  readonly buffer_before_minutes: number;
  readonly buffer_after_minutes: number;
  readonly modalities: readonly string[];
  readonly status: string;
  readonly version: number;
}
