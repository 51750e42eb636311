import { expectedVersion, idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { z } from 'zod';
import { releaseTime } from '../booking/allocation-queries.ts';
import type { Context } from '../context.ts';
import { changeAppointment } from './change-appointment.ts';
import { mayCorrect, mayRecordVisit } from './policy.ts';
import { illegalTransition } from './refusals.ts';
import { mayFollow } from './status-table.ts';

const inputSchema = z.object({ appointment: idOf('Appointment'), expectedVersion, idempotencyKey });

/** A step in the course of a visit: who takes it, and whether it gives the time back. */
interface Step {
  readonly may: (viewer: Viewer) => void;
  readonly freesTime: boolean;
}

const steps = {
  arrived: { may: mayRecordVisit, freesTime: false },
  checked_in: { may: mayRecordVisit, freesTime: false },
  fulfilled: { may: mayRecordVisit, freesTime: false },
  no_show: { may: mayRecordVisit, freesTime: true },
  entered_in_error: { may: mayCorrect, freesTime: true },
} as const satisfies Record<string, Step>;

/**
 * Records what became of a visit; returns the appointment's uuid.
 *
 * @throws {UserError} NOT_FOUND, VERSION_CONFLICT, ILLEGAL_TRANSITION
 */
export async function recordVisit(context: Context, input: unknown, status: keyof typeof steps): Promise<string> {
  const { may, freesTime } = steps[status];
  may(context.viewer);
  const wanted = parseInput(inputSchema, input);
  const { appointment, expectedVersion: version } = wanted;
  const request = { [status]: { appointment, version } };
  return changeAppointment(context, { ...wanted, request }, async (before, transaction) => {
    // A patient who comes after all must win the time again: that is another mutation.
    const comesAfterAll = before.status === 'no_show' && status === 'arrived';
    if (comesAfterAll || !mayFollow(before.status, status)) throw illegalTransition(before.status);
    if (freesTime) await releaseTime(transaction, before.id);
    return { type: status, values: { status } };
  });
}
