import { idempotent } from '@consulta/platform/idempotency';
import { expectedVersion, idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { scheduleChanged } from './events.ts';
import { maxOverbooking, minimumNoticeMinutes, planningHorizonDays, slotMinutes } from './fields.ts';
import { mayPlan } from './policy.ts';
import { changeSchedule } from './queries.ts';
import { notFound, versionConflict } from './refusals.ts';

const inputSchema = z.object({
  schedule: idOf('Schedule'),
  expectedVersion,
  timeZone: z.string().optional(),
  slotMinutes: slotMinutes.optional(),
  minimumNoticeMinutes: minimumNoticeMinutes.optional(),
  planningHorizonDays: planningHorizonDays.optional(),
  maxOverbooking: maxOverbooking.optional(),
  idempotencyKey,
});

/**
 * Changes how a doctor plans; returns the schedule's uuid.
 *
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function updateSchedule({ viewer, loaders, unitOfWork }: Context, input: unknown): Promise<string> {
  mayPlan(viewer);
  const { idempotencyKey: key, ...change } = parseInput(inputSchema, input);
  const { schedule: id, expectedVersion: version, ...changes } = change;
  if ((await loaders.schedule.byId.load(id, ['id'])) === null) throw notFound('schedule', 'schedule');
  const request = { principal: principalOf(viewer), key, request: { updateSchedule: change } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const changed = await changeSchedule(transaction, id, version, {
      time_zone: changes.timeZone,
      slot_minutes: changes.slotMinutes,
      minimum_notice_minutes: changes.minimumNoticeMinutes,
      planning_horizon_days: changes.planningHorizonDays,
      max_overbooking: changes.maxOverbooking,
    });
    // It was there a moment ago and schedules are never deleted: only the version can be at fault.
    if (changed === undefined) throw versionConflict('schedule');
    emit(scheduleChanged(changed));
    return id;
  });
}
