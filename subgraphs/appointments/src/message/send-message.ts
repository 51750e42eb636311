import { idempotent } from '@consulta/platform/idempotency';
import { newUuid } from '@consulta/platform/identifiers/uuid';
import { idempotencyKey, idOf } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { principalOf } from '@consulta/platform/viewer/principal';
import { z } from 'zod';
import { visibleTo } from '../appointment/policy.ts';
import type { StoredStatus } from '../appointment/status.ts';
import { accountOf } from '../booking/policy.ts';
import type { Context } from '../context.ts';
import { noSuchAppointment } from '../transition/refusals.ts';
import { type Allowance, insertMessage, spendAllowance, subjectOf } from './change-queries.ts';
import { messageChanged } from './event.ts';
import { mustBeParty } from './policy.ts';
import { messagesClosed, tooManyMessages } from './refusals.ts';

const longestBody = 4_000;

/** As people write: 30 in one go, then 30 a minute. */
const allowance: Allowance = { most: 30, secondsEach: 2 };

/** Never booked, or never meant to be. */
const closed: readonly StoredStatus[] = ['pending', 'lapsed', 'entered_in_error'];

const inputSchema = z.object({
  appointment: idOf('Appointment'),
  // Counted as people count, and as the table's constraint does: an emoji is one character, not two.
  body: z
    .string()
    .trim()
    .min(1, 'This text is empty.')
    .refine((body) => body.length <= longestBody || [...body].length <= longestBody, {
      message: `This text is longer than ${longestBody} characters.`,
    }),
  idempotencyKey,
});

/**
 * Sends a message about an appointment; returns its uuid.
 *
 * @throws {UserError} NOT_FOUND, MESSAGES_CLOSED or TOO_MANY_MESSAGES
 */
export async function sendMessage(context: Context, input: unknown): Promise<string> {
  const { viewer, now } = context;
  mustBeParty(viewer);
  const author = accountOf(viewer);
  const { idempotencyKey: key, appointment, body } = parseInput(inputSchema, input);
  const request = { principal: principalOf(viewer), key, request: { sendMessage: { appointment, body } } };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    const about = await subjectOf(transaction, appointment, visibleTo(viewer));
    if (about === undefined) throw noSuchAppointment();
    if (closed.includes(about.status)) throw messagesClosed();
    if (!(await spendAllowance(transaction, author, now, allowance))) throw tooManyMessages();
    const id = newUuid();
    await insertMessage(transaction, about, { id, author, role: viewer.role, body });
    emit(messageChanged('sent', id, about));
    return id;
  });
}
