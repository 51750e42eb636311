import type { Emit } from '@consulta/platform/unit-of-work';
import type { Transaction } from 'kysely';
import type { Context } from '../context.ts';
import type { Database } from '../generated/database.ts';
import { changeParts, type PartChange } from '../schedule/change-parts.ts';
import { mayPlanAt, visibleParts } from '../schedule/policy.ts';
import { notFound, versionConflict } from '../schedule/refusals.ts';
import type { RuleRow } from './columns.ts';
import { rulesByIds, ruleToChange } from './queries.ts';

/** A rule as it is once no other change of its schedule can come between. */
export type CurrentRule = NonNullable<Awaited<ReturnType<typeof ruleToChange>>> & Pick<RuleRow, 'schedule_id'>;

/**
 * Changes or removes a rule that the viewer may plan with. Looked up in the transaction: repeating an idempotent removal
 * must not stumble over the rule being gone.
 *
 * @param version the one to be at; null for any
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function changeRule(
  { viewer, now }: Context,
  transaction: Transaction<Database>,
  emit: Emit,
  { id, version }: { readonly id: string; readonly version: number | null },
  work: (current: CurrentRule) => Promise<void>,
): Promise<PartChange> {
  const visible = visibleParts(viewer, 'availability_rule');
  const [rule] = await rulesByIds(transaction, [id], visible, ['clinic_id', 'schedule_id']);
  if (rule === undefined) throw notFound('rule', 'availabilityRule');
  mayPlanAt(viewer, rule.clinic_id);
  const { schedule_id } = rule;
  return changeParts(transaction, emit, { scheduleId: schedule_id, now }, async () => {
    const current = await ruleToChange(transaction, id);
    if (current === undefined) throw notFound('rule', 'availabilityRule');
    if (version !== null && current.version !== version) throw versionConflict('rule');
    await work({ ...current, schedule_id });
    return id;
  });
}
