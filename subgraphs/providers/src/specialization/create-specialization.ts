import { idempotent } from '@consulta/platform/idempotency';
import { idempotencyKey, optional, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { withRefusals } from '../constraint-refusals.ts';
import type { Context } from '../context.ts';
import { specializationChanged } from './events.ts';
import { mayChangeSpecializations } from './policy.ts';
import { insertSpecialization } from './writes.ts';

const inputSchema = z.object({
  code: z
    .string()
    .regex(
      /^[a-z][a-z0-9_-]{1,63}$/,
      'A code is 2 to 64 lower-case letters, digits, hyphens and underscores, a letter first.',
    ),
  name: text(100),
  description: optional(text(2000)),
  idempotencyKey,
});

/**
 * Adds a specialization; returns its uuid.
 *
 * @throws {UserError} CODE_TAKEN
 */
export async function createSpecialization({ viewer, unitOfWork }: Context, input: unknown): Promise<string> {
  mayChangeSpecializations(viewer);
  const { idempotencyKey: key, ...specialization } = parseInput(inputSchema, input);
  const request = { principal: principalOf(viewer), key, request: { createSpecialization: specialization } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const inserted = await withRefusals(insertSpecialization(transaction, specialization), {
      specialization_code_key: new UserError('CODE_TAKEN', 'Another specialization has this code.', ['code']),
    });
    emit(specializationChanged(inserted));
    return inserted.id;
  });
}
