import { expectedVersion, idempotencyKey, idOf, optional, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { z } from 'zod';
import { cancelledAfter } from '../appointment/status.ts';
import { releaseTime } from '../booking/allocation-queries.ts';
import { isTooLate } from '../booking/policy.ts';
import type { Context } from '../context.ts';
import { changeAppointment } from './change-appointment.ts';
import { mayCancelOrMove } from './policy.ts';
import { illegalTransition, tooLate } from './refusals.ts';
import { mayFollow } from './status-table.ts';

const inputSchema = z.object({
  appointment: idOf('Appointment'),
  reason: optional(text(500)),
  expectedVersion,
  idempotencyKey,
});

/**
 * Cancels an appointment and frees its time; returns its uuid.
 *
 * @throws {UserError} NOT_FOUND, VERSION_CONFLICT, ILLEGAL_TRANSITION, or TOO_LATE for a patient once it has begun
 */
export async function cancelAppointment(context: Context, input: unknown): Promise<string> {
  mayCancelOrMove(context.viewer);
  const { reason, ...wanted } = parseInput(inputSchema, input);
  const { appointment, expectedVersion: version } = wanted;
  const request = { cancelAppointment: { appointment, version, reason } };
  return changeAppointment(context, { ...wanted, request }, async (before, transaction) => {
    if (!mayFollow(before.status, 'cancelled')) throw illegalTransition(before.status);
    if (isTooLate(context.viewer, before, context.now)) {
      throw tooLate('The appointment has begun: the clinic can still cancel it.');
    }
    await releaseTime(transaction, before.id);
    return { type: 'cancelled', values: { status: cancelledAfter(before.status), cancellation_reason: reason } };
  });
}
