import { idempotent } from '@consulta/platform/idempotency';
import { codeOf, expectedVersion, idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { moveAppointments } from '../appointment/change-many-queries.ts';
import { appointmentChanged } from '../appointment/event.ts';
import { cancelExpired } from '../booking/expired-holds.ts';
import { mayPlace } from '../booking/policy.ts';
import { lookUpOffer } from '../booking/visit.ts';
import type { Context } from '../context.ts';
import { mayCancelOrMove } from '../transition/policy.ts';
import { illegalTransition, tooLate } from '../transition/refusals.ts';
import { keepSessions } from '../video-session/keep-sessions.ts';
import { allocateOccurrences, orUndo } from './allocate-occurrences.ts';
import { changeSeries, releaseTimes, takeTurns } from './change-queries.ts';
import { outcomeOf, type SeriesOutcome } from './conflicts.ts';
import { seriesChanged } from './event.ts';
import { keyOf, planMoves } from './plan-moves.ts';
import { moveAlong, shiftLocalStart } from './recurrence.ts';
import { lockScope, scopes } from './scope.ts';

const inputSchema = z.object({
  appointment: idOf('Appointment'),
  scope: codeOf(scopes),
  start: z.date(),
  expectedVersion,
  idempotencyKey,
});

/**
 * Moves the named appointment to `start` and those of the scope that are still to come along with it; all or none. Each
 * keeps its doctor, clinic and service. All their times are free before the first is taken again, so that a series can
 * move by a week onto its own places.
 *
 * @throws {UserError} NOT_FOUND, NOT_IN_SERIES, VERSION_CONFLICT, ILLEGAL_TRANSITION, TOO_LATE
 */
export async function rescheduleAppointmentSeries(context: Context, input: unknown): Promise<SeriesOutcome> {
  const { viewer, now, loaders } = context;
  mayCancelOrMove(viewer);
  const { idempotencyKey: key, ...wanted } = parseInput(inputSchema, input);
  const places = await loaders.series.offersOf(wanted.appointment);
  for (const place of places) mayPlace(viewer, place);
  const offers = new Map(
    await Promise.all(places.map(async (ids) => [keyOf(ids), await lookUpOffer(context.directory, ids)] as const)),
  );

  const request = { principal: principalOf(viewer), key, request: { rescheduleAppointmentSeries: wanted } };
  return idempotent(context.unitOfWork, request, async (transaction, emit): Promise<SeriesOutcome> => {
    const { series, named, appointments } = await lockScope(transaction, viewer, wanted);
    if (named.status !== 'booked') throw illegalTransition(named.status);
    if (named.starts_at <= now) throw tooLate('The appointment has begun: it can no longer be moved with its series.');
    const moving = appointments.filter(({ status, starts_at }) => status === 'booked' && starts_at > now);
    await takeTurns(transaction, [named.patient_id, ...moving.map(({ doctor_id }) => doctor_id)]);

    const shift = { number: named.number, from: named.starts_at, to: wanted.start };
    const targets = moveAlong(moving, series.time_zone, shift);
    const plan = await planMoves(transaction, targets, offers, now);
    const ids = moving.map(({ id }) => id);
    const { taken, conflicts, expired } = await orUndo(transaction, async () => {
      await releaseTimes(transaction, ids);
      return allocateOccurrences(transaction, plan, false);
    });
    if (taken.length === 0) return outcomeOf(null, conflicts);

    const moves = taken.map(({ appointment, previousStart, planned: { visit } }) => ({
      appointment,
      previousStart,
      ...visit,
    }));
    const moved = await moveAppointments(transaction, moves, { type: 'rescheduled', actor: viewer });
    await cancelExpired(transaction, emit, expired);
    const shifted = wanted.scope === 'all' ? shiftLocalStart(series, series.time_zone, shift) : {};
    emit(seriesChanged('rescheduled', await changeSeries(transaction, series.id, shifted)));
    const before = new Map(moving.map((appointment) => [appointment.id, appointment]));
    for (const after of moved) emit(appointmentChanged('rescheduled', before.get(after.id) ?? null, after));
    await keepSessions(transaction, emit, moved);
    return outcomeOf(series.id, []);
  });
}
