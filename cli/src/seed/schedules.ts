import type { Doctor } from './model.ts';
import { slotMinutes } from './placement.ts';
import type { Sowing } from './sowing.ts';

export interface ScheduleWriter {
  /** Writes a doctor's schedule with its rules and exceptions; returns its id. */
  write(doctor: Pick<Doctor, 'id' | 'place' | 'rules' | 'absences'>): string;
}

const reasons = ['Annual leave', 'Conference', 'Training'] as const;

export function createScheduleWriter({ writer, random, openedAt }: Sowing): ScheduleWriter {
  const stamps = { created_at: openedAt, updated_at: openedAt };
  const schedule = writer.table('appointments.schedule', [
    'id',
    'doctor_id',
    'time_zone',
    'slot_minutes',
    'created_at',
    'updated_at',
  ]);
  const availabilityRule = writer.table('appointments.availability_rule', [
    'id',
    'schedule_id',
    'clinic_id',
    'day_of_week',
    'starts',
    'ends',
    'time_zone',
    'modalities',
    'valid_from',
    'created_at',
    'updated_at',
  ]);
  const availabilityException = writer.table('appointments.availability_exception', [
    'id',
    'schedule_id',
    'kind',
    'during',
    'reason',
    'created_at',
    'updated_at',
  ]);
  const uuid = () => random.uuid(openedAt.getTime());

  return {
    write({ id: doctor, place, rules, absences }) {
      const id = uuid();
      schedule({ id, doctor_id: doctor, time_zone: place.timeZone, slot_minutes: slotMinutes, ...stamps });
      for (const { shift, clinic } of rules) {
        availabilityRule({
          id: uuid(),
          schedule_id: id,
          clinic_id: clinic.id,
          day_of_week: shift.dayOfWeek,
          starts: shift.starts,
          ends: shift.ends,
          time_zone: clinic.place.timeZone,
          modalities: ['in_person', 'video'],
          valid_from: openedAt.toISOString().slice(0, 10),
          ...stamps,
        });
      }
      for (const { from, to } of absences) {
        availabilityException({
          id: uuid(),
          schedule_id: id,
          kind: 'unavailable',
          during: rangeText({ from, to }),
          reason: random.pick(reasons),
          ...stamps,
        });
      }
      return id;
    },
  };
}

/** A tstzrange as PostgreSQL reads it: the start included, the end not. */
export function rangeText({ from, to }: { readonly from: number; readonly to: number }): string {
  return `[${new Date(from).toISOString()},${new Date(to).toISOString()})`;
}
