import type { PlanException, PlanRule, PlanSchedule } from '../../src/availability/plan.ts';
import type { ClinicEntry, DoctorEntry, ServiceEntry } from '../../src/directory/entries.ts';

const specialization = '0190a000-0000-7000-8000-000000000001';
const clinic = '0190a000-0000-7000-8000-000000000002';
const doctor = '0190a000-0000-7000-8000-000000000003';
const schedule = '0190a000-0000-7000-8000-000000000004';

export const otherClinic = '0190a000-0000-7000-8000-000000000009';

export function clinicEntry(entry: Partial<ClinicEntry> = {}): ClinicEntry {
  return { id: clinic, time_zone: 'Europe/Madrid', city: 'Madrid', status: 'active', version: 1, ...entry };
}

export function doctorEntry(entry: Partial<DoctorEntry> = {}): DoctorEntry {
  return {
    id: doctor,
    specialization_ids: [specialization],
    clinic_ids: [clinic, otherClinic],
    languages: ['es'],
    status: 'active',
    version: 1,
    ...entry,
  };
}

export function serviceEntry(entry: Partial<ServiceEntry> = {}): ServiceEntry {
  return {
    id: '0190a000-0000-7000-8000-000000000005',
    clinic_id: clinic,
    specialization_id: specialization,
    duration_minutes: 30,
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    modalities: ['in_person', 'video'],
    status: 'active',
    version: 1,
    ...entry,
  };
}

export function scheduleOf(settings: Partial<PlanSchedule> = {}): PlanSchedule {
  return {
    id: schedule,
    doctor_id: doctor,
    time_zone: 'Europe/Madrid',
    slot_minutes: 15,
    minimum_notice_minutes: 60,
    planning_horizon_days: 90,
    max_overbooking: 1,
    version: 1,
    ...settings,
  };
}

/** Mondays from nine to five in Madrid. */
export function ruleOf(rule: Partial<PlanRule> = {}): PlanRule {
  return {
    clinic_id: clinic,
    day_of_week: 1,
    starts: '09:00:00',
    ends: '17:00:00',
    time_zone: 'Europe/Madrid',
    modalities: ['in_person'],
    valid_from: '2020-01-01',
    valid_to: null,
    ...rule,
  };
}

export function exceptionOf(exception: Pick<PlanException, 'start' | 'end'> & Partial<PlanException>): PlanException {
  return { clinic_id: null, kind: 'unavailable', ...exception };
}
