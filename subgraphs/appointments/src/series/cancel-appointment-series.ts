import { idempotent } from '@consulta/platform/idempotency';
import { codeOf, expectedVersion, idempotencyKey, idOf, optional, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { cancelAppointments } from '../appointment/change-many-queries.ts';
import { appointmentChanged } from '../appointment/event.ts';
import type { Context } from '../context.ts';
import { mayCancelOrMove } from '../transition/policy.ts';
import { illegalTransition, tooLate } from '../transition/refusals.ts';
import { mayFollow } from '../transition/status-table.ts';
import { keepSessions } from '../video-session/keep-sessions.ts';
import { changeSeries, releaseTimes } from './change-queries.ts';
import { seriesChanged } from './event.ts';
import { lockScope, scopes } from './scope.ts';

const inputSchema = z.object({
  appointment: idOf('Appointment'),
  scope: codeOf(scopes),
  reason: optional(text(500)),
  expectedVersion,
  idempotencyKey,
});

/** What was cancelled: the uuid of the series, and how many of its appointments. */
export type CancelledSeries = { readonly series: string; readonly cancelled: number };

/**
 * Cancels those appointments of a scope that are still to come and frees their times.
 *
 * @throws {UserError} NOT_FOUND, NOT_IN_SERIES, VERSION_CONFLICT; ILLEGAL_TRANSITION or TOO_LATE where there is none
 */
export async function cancelAppointmentSeries(context: Context, input: unknown): Promise<CancelledSeries> {
  const { viewer, now } = context;
  mayCancelOrMove(viewer);
  const { idempotencyKey: key, ...wanted } = parseInput(inputSchema, input);

  const request = { principal: principalOf(viewer), key, request: { cancelAppointmentSeries: wanted } };
  return idempotent(context.unitOfWork, request, async (transaction, emit): Promise<CancelledSeries> => {
    const { series, named, appointments } = await lockScope(transaction, viewer, wanted);
    const toCome = appointments.filter(({ status, starts_at }) => starts_at > now && mayFollow(status, 'cancelled'));
    if (toCome.length === 0) {
      if (!mayFollow(named.status, 'cancelled')) throw illegalTransition(named.status);
      throw tooLate('No appointment of these is still to come.');
    }
    const ids = toCome.map(({ id }) => id);
    await releaseTimes(transaction, ids);
    const happening = { type: 'cancelled', actor: viewer } as const;
    const cancelled = await cancelAppointments(transaction, ids, wanted.reason, happening);
    emit(seriesChanged('cancelled', await changeSeries(transaction, series.id)));
    const before = new Map(toCome.map((appointment) => [appointment.id, appointment]));
    for (const after of cancelled) emit(appointmentChanged('cancelled', before.get(after.id) ?? null, after));
    await keepSessions(transaction, emit, cancelled);
    return { series: series.id, cancelled: cancelled.length };
  });
}
