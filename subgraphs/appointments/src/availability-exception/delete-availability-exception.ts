import { idempotent } from '@consulta/platform/idempotency';
import { expectedVersion, idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { PartChange } from '../schedule/change-parts.ts';
import { mayPlan } from '../schedule/policy.ts';
import { changeException } from './change-exception.ts';
import { deleteException } from './queries.ts';

const inputSchema = z.object({ availabilityException: idOf('AvailabilityException'), expectedVersion, idempotencyKey });

/**
 * Removes an exception.
 *
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function deleteAvailabilityException(context: Context, input: unknown): Promise<PartChange> {
  const { viewer, unitOfWork } = context;
  mayPlan(viewer);
  const { idempotencyKey: key, ...removal } = parseInput(inputSchema, input);
  const { availabilityException: id, expectedVersion: version } = removal;
  const request = { principal: principalOf(viewer), key, request: { deleteAvailabilityException: removal } };
  return idempotent(unitOfWork, request, (transaction, emit) =>
    changeException(context, transaction, emit, { id, version }, () => deleteException(transaction, id)),
  );
}
