import type { Shift, Span } from './calendar.ts';
import type { BookableService } from './placement.ts';
import type { Place } from './places.ts';
import type { Modality, SpecializationTemplate } from './specializations.ts';

export interface Specialization {
  readonly id: string;
  readonly template: SpecializationTemplate;
}

export interface Clinic {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  /** Accounts of those who work at the reception. */
  readonly staff: readonly [string, string];
}

export interface Service extends BookableService {
  readonly id: string;
  readonly specialization: Specialization;
  readonly modalities: readonly Modality[];
}

/** A weekly shift of a doctor, and what can be booked in it. */
export interface Rule {
  readonly shift: Shift;
  readonly clinic: Clinic;
  readonly services: readonly Service[];
}

export interface Doctor {
  readonly id: string;
  readonly account: string;
  readonly schedule: string;
  readonly place: Place;
  readonly practises: readonly Specialization[];
  readonly rules: readonly Rule[];
  readonly absences: readonly Span[];
}

export interface Patient {
  readonly id: string;
  readonly account: string;
  readonly age: number;
  readonly gender: string;
}
