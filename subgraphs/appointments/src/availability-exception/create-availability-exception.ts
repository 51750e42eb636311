import { idempotent } from '@consulta/platform/idempotency';
import { codeOf, idempotencyKey, idOf, optional } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { changeParts, type PartChange } from '../schedule/change-parts.ts';
import { clinicOfSchedule } from '../schedule/clinic-of-schedule.ts';
import { mayPlan, mayPlanAt } from '../schedule/policy.ts';
import { notFound } from '../schedule/refusals.ts';
import { period, reason } from './fields.ts';
import { insertException } from './queries.ts';

const inputSchema = z
  .object({
    schedule: idOf('Schedule'),
    clinic: optional(idOf('Clinic')),
    kind: codeOf(['available', 'unavailable']),
    start: z.date(),
    end: z.date(),
    reason,
    idempotencyKey,
  })
  .refine(({ clinic, kind }) => clinic !== null || kind === 'unavailable', {
    message: 'Extra time is at a clinic.',
    path: ['clinic'],
  });

/**
 * Takes time from a schedule or adds some.
 *
 * @throws {UserError} NOT_FOUND or NOT_AT_CLINIC
 */
export async function createAvailabilityException(context: Context, input: unknown): Promise<PartChange> {
  const { viewer, loaders, unitOfWork, now } = context;
  mayPlan(viewer);
  const { idempotencyKey: key, ...exception } = parseInput(inputSchema, input);
  const { start, end } = parseInput(period, exception);
  mayPlanAt(viewer, exception.clinic);
  if (exception.clinic !== null) await clinicOfSchedule(context, exception.schedule, exception.clinic);
  else if ((await loaders.schedule.byId.load(exception.schedule, ['id'])) === null) {
    throw notFound('schedule', 'schedule');
  }
  const request = { principal: principalOf(viewer), key, request: { createAvailabilityException: exception } };
  return idempotent(unitOfWork, request, (transaction, emit) =>
    changeParts(transaction, emit, { scheduleId: exception.schedule, now }, () =>
      insertException(transaction, {
        scheduleId: exception.schedule,
        clinicId: exception.clinic,
        kind: exception.kind,
        period: { start, end },
        reason: exception.reason ?? null,
      }),
    ),
  );
}
