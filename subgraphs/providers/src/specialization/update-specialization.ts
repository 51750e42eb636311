import { idempotent } from '@consulta/platform/idempotency';
import { expectedVersion, idempotencyKey, idOf, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { notChanged } from '../changes.ts';
import type { Context } from '../context.ts';
import { specializationChanged } from './events.ts';
import { mayChangeSpecializations } from './policy.ts';
import { changeSpecialization, specializationExists } from './writes.ts';

const inputSchema = z.object({
  specialization: idOf('Specialization'),
  expectedVersion,
  name: text(100).optional(),
  description: text(2000).nullish(),
  idempotencyKey,
});

/**
 * Changes a specialization; returns its uuid.
 *
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function updateSpecialization({ viewer, unitOfWork }: Context, input: unknown): Promise<string> {
  mayChangeSpecializations(viewer);
  const { idempotencyKey: key, ...change } = parseInput(inputSchema, input);
  const request = { principal: principalOf(viewer), key, request: { updateSpecialization: change } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const { specialization: id, expectedVersion: version, ...changes } = change;
    const changed = await changeSpecialization(transaction, id, version, changes);
    if (changed === undefined)
      throw notChanged('specialization', 'specialization', await specializationExists(transaction, id));
    emit(specializationChanged(changed));
    return id;
  });
}
