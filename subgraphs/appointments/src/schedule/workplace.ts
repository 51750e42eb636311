import { UserError } from '@consulta/platform/user-error';
import type { Context } from '../context.ts';
import type { ClinicEntry, DoctorEntry } from '../directory/entries.ts';
import type { ScheduleRow } from './columns.ts';
import { notFound } from './refusals.ts';

/** What is known of a schedule and a clinic; null for what does not exist or is hidden from the viewer. */
export interface Workplace {
  readonly schedule: Pick<ScheduleRow, 'id'> | null;
  readonly doctor: DoctorEntry | null;
  readonly clinic: ClinicEntry | null;
}

/**
 * Looked up before the transaction, which holds a connection and must not wait for another; judged within it, so that
 * a repeated request gets its first outcome whatever the directory says by then.
 *
 * @param clinicId null for all clinics
 */
export async function lookUpWorkplace(
  { loaders, directory }: Context,
  scheduleId: string,
  clinicId: string | null,
): Promise<Workplace> {
  const [schedule, clinic] = await Promise.all([
    loaders.schedule.byId.load(scheduleId, ['doctor_id', 'id']),
    clinicId === null ? null : directory.clinic(clinicId),
  ]);
  return { schedule, clinic, doctor: schedule === null ? null : await directory.doctor(schedule.doctor_id) };
}

/** @throws {UserError} NOT_FOUND */
export function requireSchedule({ schedule }: Workplace): void {
  if (schedule === null) throw notFound('schedule', 'schedule');
}

/**
 * The clinic, at which the schedule's doctor works.
 *
 * @throws {UserError} NOT_FOUND or NOT_AT_CLINIC
 */
export function clinicOf(workplace: Workplace): ClinicEntry {
  requireSchedule(workplace);
  const { doctor, clinic } = workplace;
  if (clinic === null) throw notFound('clinic', 'clinic');
  if (!doctor?.clinic_ids.includes(clinic.id)) {
    throw new UserError('NOT_AT_CLINIC', 'The doctor does not work at this clinic.', ['clinic']);
  }
  return clinic;
}
