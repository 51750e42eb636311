import { idempotent } from '@consulta/platform/idempotency';
import { idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import type { Emit } from '@consulta/platform/unit-of-work';
import { principalOf } from '@consulta/platform/viewer/principal';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { swapAppointment } from '../appointment/change-queries.ts';
import { appointmentChanged } from '../appointment/event.ts';
import { visibleTo } from '../appointment/policy.ts';
import { cancelledAfter } from '../appointment/status.ts';
import type { Context } from '../context.ts';
import type { Database } from '../generated/database.ts';
import { heldAppointment, releaseHeldTime } from '../hold/queries.ts';
import { mayCancelOrMove } from '../transition/policy.ts';
import { entryState, swapEntry } from './change-queries.ts';
import { entryChanged } from './entry.ts';
import { visibleEntries } from './policy.ts';
import { noSuchEntry, notWaiting } from './refusals.ts';

const inputSchema = z.object({ waitlistEntry: idOf('WaitlistEntry'), idempotencyKey });

/** Between a look and the change an offer may come or go, but not this often. */
const mostAttempts = 5;

/**
 * Takes a patient off the waitlist, with what is offered to them; returns the entry's uuid. The offer is given back
 * before the entry is touched: whoever ends a hold takes locks in this order.
 *
 * @throws {UserError} NOT_FOUND or NOT_WAITING
 */
export async function leaveWaitlist(context: Context, input: unknown): Promise<string> {
  const { viewer } = context;
  mayCancelOrMove(viewer);
  const { waitlistEntry, idempotencyKey: key } = parseInput(inputSchema, input);
  const request = { principal: principalOf(viewer), key, request: { leaveWaitlist: { waitlistEntry } } };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const before = await entryState(transaction, waitlistEntry, visibleEntries(viewer));
      if (before === undefined) throw noSuchEntry();
      if (before.status !== 'waiting' && before.status !== 'offered') throw notWaiting();
      if (before.offered_appointment_id !== null)
        await giveBack(context, transaction, emit, before.offered_appointment_id);
      const left = await swapEntry(transaction, before, {
        status: 'cancelled',
        offered_appointment_id: null,
        offer_expires_at: null,
      });
      if (left === undefined) continue;
      emit(entryChanged('left', left));
      return left.id;
    }
    throw notWaiting();
  });
}

async function giveBack(
  { viewer }: Context,
  transaction: Transaction<Database>,
  emit: Emit,
  appointment: string,
): Promise<void> {
  if (!(await releaseHeldTime(transaction, appointment))) return;
  const before = await heldAppointment(transaction, appointment, visibleTo(viewer));
  if (before === undefined) return;
  const values = { status: cancelledAfter(before.status) };
  const released = await swapAppointment(transaction, before, values, { type: 'cancelled', actor: viewer });
  if (released !== undefined) emit(appointmentChanged('cancelled', before, released));
}
