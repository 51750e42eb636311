import { idempotent } from '@consulta/platform/idempotency';
import { expectedVersion, idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { PartChange } from '../schedule/change-parts.ts';
import { mayPlan } from '../schedule/policy.ts';
import { changeRule } from './change-rule.ts';
import { ruleOverlap } from './create-availability-rule.ts';
import { dayNumber } from './day-of-week.ts';
import { dayOfWeek, endOfDay, inOrder, modalities } from './fields.ts';
import { overlappingRule, type RuleTimes, updateRuleTimes } from './queries.ts';

const inputSchema = z.object({
  availabilityRule: idOf('AvailabilityRule'),
  expectedVersion,
  dayOfWeek: dayOfWeek.optional(),
  startTime: z.string().optional(),
  endTime: z.string().optional(),
  timeZone: z.string().optional(),
  modalities: modalities.optional(),
  validFrom: z.string().optional(),
  validTo: z.string().nullish(),
  idempotencyKey,
});

/**
 * Changes a rule.
 *
 * @throws {UserError} NOT_FOUND, VERSION_CONFLICT or RULE_OVERLAP
 */
export async function updateAvailabilityRule(context: Context, input: unknown): Promise<PartChange> {
  const { unitOfWork, viewer } = context;
  mayPlan(viewer);
  const { idempotencyKey: key, ...change } = parseInput(inputSchema, input);
  const { availabilityRule: id, expectedVersion: version, ...changes } = change;
  const request = { principal: principalOf(viewer), key, request: { updateAvailabilityRule: change } };
  return idempotent(unitOfWork, request, (transaction, emit) =>
    changeRule(context, transaction, emit, { id, version }, async (current) => {
      const times = changed(current, changes);
      if ((await overlappingRule(transaction, current.schedule_id, id, times)) !== undefined) throw ruleOverlap();
      await updateRuleTimes(transaction, id, times);
    }),
  );
}

type Changes = Omit<z.output<typeof inputSchema>, 'availabilityRule' | 'expectedVersion' | 'idempotencyKey'>;

function changed(current: RuleTimes, changes: Changes): RuleTimes {
  return inOrder({
    day_of_week: changes.dayOfWeek === undefined ? current.day_of_week : dayNumber(changes.dayOfWeek),
    starts: changes.startTime ?? current.starts,
    ends: changes.endTime === undefined ? current.ends : endOfDay(changes.endTime),
    time_zone: changes.timeZone ?? current.time_zone,
    modalities: changes.modalities ?? current.modalities,
    valid_from: changes.validFrom ?? current.valid_from,
    valid_to: changes.validTo === undefined ? current.valid_to : changes.validTo,
  });
}
