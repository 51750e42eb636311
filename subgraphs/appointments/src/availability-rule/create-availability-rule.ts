import { idempotent } from '@consulta/platform/idempotency';
import { idempotencyKey, idOf, optional } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { ClinicEntry } from '../directory/entries.ts';
import { changeParts, type PartChange } from '../schedule/change-parts.ts';
import { mayPlan, mayPlanAt } from '../schedule/policy.ts';
import { clinicOf, lookUpWorkplace } from '../schedule/workplace.ts';
import { dayNumber } from './day-of-week.ts';
import { dayOfWeek, endOfDay, inOrder, modalities } from './fields.ts';
import { insertRule, overlappingRule, type RuleTimes } from './queries.ts';

const inputSchema = z.object({
  schedule: idOf('Schedule'),
  clinic: idOf('Clinic'),
  dayOfWeek,
  startTime: z.string(),
  endTime: z.string(),
  timeZone: optional(z.string()),
  modalities,
  validFrom: optional(z.string()),
  validTo: optional(z.string()),
  idempotencyKey,
});

/**
 * Gives a doctor weekly time at a clinic.
 *
 * @throws {UserError} NOT_FOUND, NOT_AT_CLINIC or RULE_OVERLAP
 */
export async function createAvailabilityRule(context: Context, input: unknown): Promise<PartChange> {
  const { viewer, unitOfWork, now } = context;
  mayPlan(viewer);
  const { idempotencyKey: key, ...rule } = parseInput(inputSchema, input);
  mayPlanAt(viewer, rule.clinic);
  const workplace = await lookUpWorkplace(context, rule.schedule, rule.clinic);

  const request = { principal: principalOf(viewer), key, request: { createAvailabilityRule: rule } };
  return idempotent(unitOfWork, request, (transaction, emit) => {
    const times = timesOf(rule, clinicOf(workplace), now);
    return changeParts(transaction, emit, { scheduleId: rule.schedule, now }, async () => {
      if ((await overlappingRule(transaction, rule.schedule, null, times)) !== undefined) throw ruleOverlap();
      return insertRule(transaction, { schedule_id: rule.schedule, clinic_id: rule.clinic, ...times });
    });
  });
}

function timesOf(
  rule: Omit<z.output<typeof inputSchema>, 'idempotencyKey'>,
  clinic: ClinicEntry,
  now: Date,
): RuleTimes {
  const timeZone = rule.timeZone ?? clinic.time_zone;
  const today = now.toTemporalInstant().toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return inOrder({
    day_of_week: dayNumber(rule.dayOfWeek),
    starts: rule.startTime,
    ends: endOfDay(rule.endTime),
    time_zone: timeZone,
    modalities: rule.modalities,
    valid_from: rule.validFrom ?? today,
    valid_to: rule.validTo,
  });
}

export function ruleOverlap(): UserError {
  return new UserError('RULE_OVERLAP', 'Another rule of the schedule has some of this time already.', ['startTime']);
}
