import { idempotent } from '@consulta/platform/idempotency';
import { idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { swapAppointment } from '../appointment/change-queries.ts';
import { appointmentChanged } from '../appointment/event.ts';
import { visibleTo } from '../appointment/policy.ts';
import { cancelledAfter } from '../appointment/status.ts';
import type { Context } from '../context.ts';
import { mayCancelOrMove } from '../transition/policy.ts';
import { heldAppointment, releaseHeldTime } from './queries.ts';
import { holdExpired, noSuchHold } from './refusals.ts';

const inputSchema = z.object({ slotHold: idOf('SlotHold'), idempotencyKey });

/**
 * Gives a held time back before it runs out; returns the appointment's uuid.
 *
 * @throws {UserError} NOT_FOUND, or HOLD_EXPIRED where the hold has ended, however it did
 */
export async function releaseHold(context: Context, input: unknown): Promise<string> {
  const { viewer } = context;
  mayCancelOrMove(viewer);
  const { slotHold, idempotencyKey: key } = parseInput(inputSchema, input);
  const request = { principal: principalOf(viewer), key, request: { releaseHold: { slotHold } } };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    const before = await heldAppointment(transaction, slotHold, visibleTo(viewer));
    if (before === undefined) throw noSuchHold('slotHold');
    if (!(await releaseHeldTime(transaction, slotHold))) throw holdExpired('slotHold');
    const values = { status: cancelledAfter(before.status) };
    const released = await swapAppointment(transaction, before, values, { type: 'cancelled', actor: viewer });
    if (released === undefined) throw holdExpired('slotHold');
    emit(appointmentChanged('cancelled', before, released));
    return released.id;
  });
}
