import { UserError } from '@consulta/platform/user-error';
import type { Context } from '../context.ts';
import type { ClinicEntry } from '../directory/entries.ts';
import { notFound } from './refusals.ts';

/**
 * A clinic at which the doctor of a schedule works.
 *
 * @throws {UserError} NOT_FOUND where the viewer sees no such schedule or there is no such clinic, or NOT_AT_CLINIC
 */
export async function clinicOfSchedule(
  { loaders, directory }: Context,
  scheduleId: string,
  clinicId: string,
): Promise<ClinicEntry> {
  const [schedule, clinic] = await Promise.all([
    loaders.schedule.byId.load(scheduleId, ['doctor_id', 'id']),
    directory.clinic(clinicId),
  ]);
  if (schedule === null) throw notFound('schedule', 'schedule');
  if (clinic === null) throw notFound('clinic', 'clinic');
  const doctor = await directory.doctor(schedule.doctor_id);
  if (doctor === null || !doctor.clinic_ids.includes(clinicId)) {
    throw new UserError('NOT_AT_CLINIC', 'The doctor does not work at this clinic.', ['clinic']);
  }
  return clinic;
}
