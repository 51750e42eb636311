import { expectedVersion, idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { z } from 'zod';
import { allocate } from '../booking/allocate.ts';
import { cancelExpired } from '../booking/expired-holds.ts';
import { addMinutes } from '../booking/period.ts';
import type { Context } from '../context.ts';
import { changeAppointment } from './change-appointment.ts';
import { mayCorrect } from './policy.ts';
import { illegalTransition, tooLate } from './refusals.ts';

const inputSchema = z.object({ appointment: idOf('Appointment'), expectedVersion, idempotencyKey });

/** How long after its planned start a visit may still begin. */
const graceMinutes = 120;

/**
 * The patient came after all; returns the appointment's uuid. Its time was free to others meanwhile and must be won
 * again. The bare visit is: who comes late has no claim to buffers.
 *
 * @throws {UserError} NOT_FOUND, VERSION_CONFLICT, ILLEGAL_TRANSITION, TOO_LATE, SLOT_TAKEN or PATIENT_BUSY
 */
export async function reviveAppointment(context: Context, input: unknown): Promise<string> {
  mayCorrect(context.viewer);
  const wanted = parseInput(inputSchema, input);
  const { appointment, expectedVersion: version } = wanted;
  const request = { reviveAppointment: { appointment, version } };
  return changeAppointment(context, { ...wanted, request }, async (before, transaction, emit) => {
    if (before.status !== 'no_show') throw illegalTransition(before.status);
    if (addMinutes(before.starts_at, graceMinutes) < context.now) {
      throw tooLate('It is too long ago that the visit should have begun: book another one.');
    }
    const visit = { start: before.starts_at, end: before.ends_at };
    const { expired } = await allocate(transaction, [
      {
        appointment: before.id,
        schedule: before.schedule_id,
        during: visit,
        patient: { id: before.patient_id, visit },
        expiresAt: null,
      },
    ]).catch(atAppointment);
    await cancelExpired(transaction, emit, expired);
    return { type: 'arrived', values: { status: 'arrived' } };
  });
}

/** The input has no start that could be at fault. */
function atAppointment(error: unknown): never {
  throw error instanceof UserError ? new UserError(error.code, error.message, ['appointment']) : error;
}
