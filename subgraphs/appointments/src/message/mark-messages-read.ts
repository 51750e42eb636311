import { idempotent } from '@consulta/platform/idempotency';
import { idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { visibleTo } from '../appointment/policy.ts';
import { accountOf } from '../booking/policy.ts';
import type { Context } from '../context.ts';
import { noSuchAppointment } from '../transition/refusals.ts';
import { insertReceipts, isMessageOf, subjectOf } from './change-queries.ts';
import { messageChanged } from './event.ts';
import { mustBeParty, otherSide } from './policy.ts';
import { noSuchMessage } from './refusals.ts';

const inputSchema = z.object({ appointment: idOf('Appointment'), upTo: idOf('Message'), idempotencyKey });

/**
 * Marks the other side's messages as read, up to one of the appointment's and with it; returns that one's uuid. One
 * event tells of all of them, and none where somebody of the same side had read them all.
 *
 * @throws {UserError} NOT_FOUND
 */
export async function markMessagesRead(context: Context, input: unknown): Promise<string> {
  const { viewer } = context;
  mustBeParty(viewer);
  const { idempotencyKey: key, appointment, upTo } = parseInput(inputSchema, input);
  const reading = {
    appointment,
    upTo,
    account: accountOf(viewer),
    role: viewer.role,
    authors: otherSide(viewer.role),
  };
  const request = { principal: principalOf(viewer), key, request: { markMessagesRead: { appointment, upTo } } };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    const about = await subjectOf(transaction, appointment, visibleTo(viewer));
    if (about === undefined) throw noSuchAppointment();
    const last = await insertReceipts(transaction, reading);
    if (last !== undefined) emit(messageChanged('read', last, about));
    else if (!(await isMessageOf(transaction, upTo, appointment))) throw noSuchMessage();
    return upTo;
  });
}
