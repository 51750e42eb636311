import { idempotent } from '@consulta/platform/idempotency';
import { expectedVersion, idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { PartChange } from '../schedule/change-parts.ts';
import { mayPlan } from '../schedule/policy.ts';
import { changeException } from './change-exception.ts';
import { period, reason } from './fields.ts';
import { updateException } from './queries.ts';

const inputSchema = z.object({
  availabilityException: idOf('AvailabilityException'),
  expectedVersion,
  start: z.date().optional(),
  end: z.date().optional(),
  reason,
  idempotencyKey,
});

/**
 * Changes an exception.
 *
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function updateAvailabilityException(context: Context, input: unknown): Promise<PartChange> {
  const { viewer, unitOfWork } = context;
  mayPlan(viewer);
  const { idempotencyKey: key, ...change } = parseInput(inputSchema, input);
  const { availabilityException: id, expectedVersion: version } = change;
  const request = { principal: principalOf(viewer), key, request: { updateAvailabilityException: change } };
  return idempotent(unitOfWork, request, (transaction, emit) =>
    changeException(context, transaction, emit, { id, version }, async (current) => {
      const { start, end } = parseInput(period, {
        kind: current.kind,
        start: change.start ?? current.starts_at,
        end: change.end ?? current.ends_at,
      });
      const reason = change.reason === undefined ? current.reason : change.reason;
      await updateException(transaction, id, { period: { start, end }, reason });
    }),
  );
}
