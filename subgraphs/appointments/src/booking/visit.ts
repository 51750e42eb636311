import { UserError } from '@consulta/platform/user-error';
import type { Transaction } from 'kysely';
import { whyNotBookable } from '../availability/bookable.ts';
import { loadSchedulePlan } from '../availability/load.ts';
import type { Offer } from '../availability/offer.ts';
import type { PlanSchedule } from '../availability/plan.ts';
import type { Directory } from '../directory/directory.ts';
import type { ClinicEntry, DoctorEntry, ServiceEntry } from '../directory/entries.ts';
import type { Database } from '../generated/database.ts';
import type { Allocation } from './allocation-queries.ts';
import { addMinutes, type Period, widen } from './period.ts';

/** A visit as somebody asks for it. Ids are uuids. */
export interface WantedVisit {
  readonly doctor: string;
  readonly clinic: string;
  readonly service: string;
  readonly start: Date;
  readonly modality: string;
}

/** What the directory knows of a visit; null for what does not exist. */
export interface VisitOffer {
  readonly doctor: DoctorEntry | null;
  readonly clinic: ClinicEntry | null;
  readonly service: ServiceEntry | null;
}

/** A visit that the doctor's schedule has a place for, as far as rules go. */
export interface PlannedVisit {
  readonly schedule: PlanSchedule;
  readonly visit: Period;
  /** The visit and the service's buffers. */
  readonly during: Period;
}

/**
 * Looked up before the transaction, which holds a connection and must not wait for another; judged within it, so that
 * a repeated request gets its first outcome whatever the directory says by then.
 */
export async function lookUpOffer(
  directory: Directory,
  { doctor, clinic, service }: Pick<WantedVisit, 'doctor' | 'clinic' | 'service'>,
): Promise<VisitOffer> {
  const [doctorEntry, clinicEntry, serviceEntry] = await Promise.all([
    directory.doctor(doctor),
    directory.clinic(clinic),
    directory.service(service),
  ]);
  return { doctor: doctorEntry, clinic: clinicEntry, service: serviceEntry };
}

/** @throws {UserError} NOT_FOUND where one of them does not exist */
export function existingOffer({ doctor, clinic, service }: VisitOffer): Offer {
  if (doctor === null) throw new UserError('NOT_FOUND', 'There is no such doctor.', ['doctor']);
  if (clinic === null) throw new UserError('NOT_FOUND', 'There is no such clinic.', ['clinic']);
  if (service === null) throw new UserError('NOT_FOUND', 'There is no such service.', ['service']);
  return { doctor, clinic, service };
}

/**
 * The visit's place in the doctor's schedule: on its grid, inside its rules, outside its exceptions, neither too soon
 * nor too far ahead.
 *
 * @throws {UserError} that says which of these does not hold
 */
export async function planVisit(
  transaction: Transaction<Database>,
  { start, modality }: WantedVisit,
  offer: VisitOffer,
  now: Date,
): Promise<PlannedVisit> {
  const { doctor, clinic, service } = existingOffer(offer);
  const visit = { start, end: addMinutes(start, service.duration_minutes) };
  const plan = await loadSchedulePlan(transaction, { doctorId: doctor.id, from: visit.start, to: visit.end });
  if (plan === null) throw new UserError('OUTSIDE_AVAILABILITY', 'The doctor takes no appointments yet.', ['doctor']);
  const refusal = whyNotBookable({ ...plan, doctor, clinic, service, start, modality, now });
  if (refusal !== null) {
    const field = refusal.code === 'SERVICE_NOT_OFFERED' ? 'service' : 'start';
    throw new UserError(refusal.code, refusal.message, [field]);
  }
  const during = widen(visit, service.buffer_before_minutes, service.buffer_after_minutes);
  return { schedule: plan.schedule, visit, during };
}

/** The time that a planned visit of a patient takes. */
export function allocationOf(
  { schedule, visit, during }: PlannedVisit,
  appointment: string,
  patient: string,
): Allocation {
  return { appointment, schedule: schedule.id, during, patient: { id: patient, visit }, expiresAt: null };
}
