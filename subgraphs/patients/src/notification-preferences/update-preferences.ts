import { idempotent } from '@consulta/platform/idempotency';
import { expectedVersion, idempotencyKey } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { preferencesChanged } from './events.ts';
import { mayChangeOwnPreferences } from './policy.ts';
import { ensurePreferences, updatePreferencesRow } from './queries.ts';

const quietHours = z
  .object({ from: z.string(), to: z.string() })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'Quiet hours end at another time than they begin.' });

const inputSchema = z.object({
  expectedVersion,
  email: z.boolean().optional(),
  sms: z.boolean().optional(),
  quietHours: quietHours.nullish(),
  idempotencyKey,
});

/**
 * Changes how the viewer is told of appointments; returns the patient's uuid.
 *
 * @throws {UserError} VERSION_CONFLICT
 */
export async function updatePreferences({ viewer, unitOfWork }: Context, input: unknown): Promise<string> {
  const { expectedVersion: version, idempotencyKey: key, ...changes } = parseInput(inputSchema, input);
  const patient = mayChangeOwnPreferences(viewer);
  const request = { principal: principalOf(viewer), key, request: { updatePreferences: { version, changes } } };
  return idempotent(unitOfWork, request, async (transaction, emit) => {
    const { quietHours: quiet, ...same } = changes;
    await ensurePreferences(transaction, patient);
    const updated = await updatePreferencesRow(transaction, patient, version, {
      ...same,
      ...(quiet !== undefined && { quiet_from: quiet?.from ?? null, quiet_to: quiet?.to ?? null }),
    });
    if (updated === undefined) {
      throw new UserError('VERSION_CONFLICT', 'The preferences changed since you read them.', ['expectedVersion']);
    }
    emit(preferencesChanged(patient, updated.version));
    return patient;
  });
}
