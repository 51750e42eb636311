import { idempotent } from '@consulta/platform/idempotency';
import { principalOf } from '@consulta/platform/viewer/principal';
import { swapAppointment } from '../appointment/change-queries.ts';
import { appointmentChanged } from '../appointment/event.ts';
import { visibleTo } from '../appointment/policy.ts';
import { seesPatient } from '../booking/patient-directory.ts';
import type { Context } from '../context.ts';
import { mayCancelOrMove } from '../transition/policy.ts';
import { keepSessions } from '../video-session/keep-sessions.ts';
import { acceptOffer } from '../waitlist/accept-offer.ts';
import { heldAppointment, keepHeldTime } from './queries.ts';
import { holdExpired, noSuchHold } from './refusals.ts';

/** A hold that somebody books. */
interface Confirmation {
  readonly hold: string;
  readonly reason: string | null;
  readonly idempotencyKey: string | null;
  readonly request: Readonly<Record<string, unknown>>;
}

/**
 * Books what a hold keeps; returns the appointment's uuid. The time is claimed before the appointment is touched: all
 * who end a hold take locks in this order.
 *
 * @throws {UserError} NOT_FOUND, or HOLD_EXPIRED where the hold has ended, however it did
 */
export async function confirmHold(
  context: Context,
  { hold, reason, idempotencyKey: key, request }: Confirmation,
): Promise<string> {
  const { viewer } = context;
  mayCancelOrMove(viewer);
  const held = await context.loaders.appointment.byId.load(hold, ['id', 'patient_id']);
  // A booking opens the patient to doctor and clinic, which a hold did not: one that the waitlist made least of all.
  const seen =
    held !== null && (viewer.role === 'PATIENT' || (await seesPatient(context.peers, viewer, held.patient_id)));

  return idempotent(context.unitOfWork, { principal: principalOf(viewer), key, request }, async (transaction, emit) => {
    const before = seen ? await heldAppointment(transaction, hold, visibleTo(viewer)) : undefined;
    if (before === undefined) throw noSuchHold('hold');
    if (!(await keepHeldTime(transaction, hold))) throw holdExpired('hold');
    const booked = await swapAppointment(
      transaction,
      before,
      { status: 'booked', reason },
      { type: 'booked', actor: viewer },
    );
    if (booked === undefined) throw holdExpired('hold');
    await acceptOffer(transaction, emit, booked.id);
    emit(appointmentChanged('booked', before, booked));
    await keepSessions(transaction, emit, [booked]);
    return booked.id;
  });
}
