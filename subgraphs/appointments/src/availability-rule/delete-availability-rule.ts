import { idempotent } from '@consulta/platform/idempotency';
import { expectedVersion, idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { PartChange } from '../schedule/change-parts.ts';
import { mayPlan } from '../schedule/policy.ts';
import { changeRule } from './change-rule.ts';
import { deleteRule } from './queries.ts';

const inputSchema = z.object({ availabilityRule: idOf('AvailabilityRule'), expectedVersion, idempotencyKey });

/**
 * Removes a rule.
 *
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function deleteAvailabilityRule(context: Context, input: unknown): Promise<PartChange> {
  const { unitOfWork, viewer } = context;
  mayPlan(viewer);
  const { idempotencyKey: key, ...removal } = parseInput(inputSchema, input);
  const { availabilityRule: id, expectedVersion: version } = removal;
  const request = { principal: principalOf(viewer), key, request: { deleteAvailabilityRule: removal } };
  return idempotent(unitOfWork, request, (transaction, emit) =>
    changeRule(context, transaction, emit, { id, version }, () => deleteRule(transaction, id)),
  );
}
