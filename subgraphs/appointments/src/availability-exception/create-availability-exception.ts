import { idempotent } from '@consulta/platform/idempotency';
import { codeOf, idempotencyKey, idOf, optional } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { changeParts, type PartChange } from '../schedule/change-parts.ts';
import { mayPlan, mayPlanAt } from '../schedule/policy.ts';
import { clinicOf, lookUpWorkplace, requireSchedule } from '../schedule/workplace.ts';
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
  const { viewer, unitOfWork, now } = context;
  mayPlan(viewer);
  const { idempotencyKey: key, ...exception } = parseInput(inputSchema, input);
  const { start, end } = parseInput(period, exception);
  mayPlanAt(viewer, exception.clinic);
  const workplace = await lookUpWorkplace(context, exception.schedule, exception.clinic);
  const request = { principal: principalOf(viewer), key, request: { createAvailabilityException: exception } };
  return idempotent(unitOfWork, request, (transaction, emit) => {
    if (exception.clinic === null) requireSchedule(workplace);
    else clinicOf(workplace);
    return changeParts(transaction, emit, { scheduleId: exception.schedule, now }, () =>
      insertException(transaction, {
        scheduleId: exception.schedule,
        clinicId: exception.clinic,
        kind: exception.kind,
        period: { start, end },
        reason: exception.reason ?? null,
      }),
    );
  });
}
