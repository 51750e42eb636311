import { idempotent } from '@consulta/platform/idempotency';
import { idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { scheduleChanged } from './events.ts';
import { maxOverbooking, minimumNoticeMinutes, planningHorizonDays, slotMinutes } from './fields.ts';
import { mayPlan, mayPlanFor } from './policy.ts';
import { insertSchedule } from './queries.ts';
import { notFound } from './refusals.ts';

const inputSchema = z.object({
  doctor: idOf('Doctor'),
  timeZone: z.string(),
  slotMinutes,
  minimumNoticeMinutes,
  planningHorizonDays,
  maxOverbooking,
  idempotencyKey,
});

/**
 * Sets up a doctor's schedule; returns its uuid.
 *
 * @throws {UserError} NOT_FOUND or SCHEDULE_EXISTS
 */
export async function createSchedule({ viewer, directory, unitOfWork }: Context, input: unknown): Promise<string> {
  mayPlan(viewer);
  const { idempotencyKey: key, ...schedule } = parseInput(inputSchema, input);
  const doctor = await directory.doctor(schedule.doctor);
  if (doctor === null) throw notFound('doctor', 'doctor');
  mayPlanFor(viewer, doctor.id, doctor.clinic_ids);
  const request = { principal: principalOf(viewer), key, request: { createSchedule: schedule } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const inserted = await insertSchedule(transaction, {
      doctor_id: schedule.doctor,
      time_zone: schedule.timeZone,
      slot_minutes: schedule.slotMinutes,
      minimum_notice_minutes: schedule.minimumNoticeMinutes,
      planning_horizon_days: schedule.planningHorizonDays,
      max_overbooking: schedule.maxOverbooking,
    });
    if (inserted === undefined) {
      throw new UserError('SCHEDULE_EXISTS', 'The doctor has a schedule already.', ['doctor']);
    }
    emit(scheduleChanged(inserted));
    return inserted.id;
  });
}
