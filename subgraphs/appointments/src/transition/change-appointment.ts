import { idempotent } from '@consulta/platform/idempotency';
import type { Emit } from '@consulta/platform/unit-of-work';
import { principalOf } from '@consulta/platform/viewer/principal';
import type { Transaction, Updateable } from 'kysely';
import { lockAppointment, swapAppointment } from '../appointment/change-queries.ts';
import { appointmentChanged, type EventType } from '../appointment/event.ts';
import { visibleTo } from '../appointment/policy.ts';
import type { AppointmentState } from '../appointment/state.ts';
import type { Context } from '../context.ts';
import type { Database } from '../generated/database.ts';
import { followAppointment } from '../message/change-queries.ts';
import { keepSessions } from '../video-session/keep-sessions.ts';
import { noSuchAppointment, versionConflict } from './refusals.ts';

/** A change that somebody asks for. */
export interface WantedChange {
  /** The appointment's uuid. */
  readonly appointment: string;
  /** Null where the client does not care what it is now. */
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string | null;
  /** The whole of the request, under its mutation's name. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** What is to be written where the change is allowed. */
export interface Change {
  readonly type: EventType;
  readonly values: Updateable<Database['appointment']>;
  readonly overrides?: readonly string[];
}

/** Looks at the appointment and says what becomes of it, in the same transaction; throws where nothing may. */
export type Decide = (before: AppointmentState, transaction: Transaction<Database>, emit: Emit) => Promise<Change>;

/**
 * Changes an appointment with its history and its outbox row, in one transaction; returns its uuid.
 *
 * The row is locked before it is judged. So rivals are judged one after the other, each by what the last left, and all
 * of them take locks in the same order: the appointment, then its time.
 *
 * @throws {UserError} NOT_FOUND where the viewer may not see it, VERSION_CONFLICT, or what `decide` throws
 */
export async function changeAppointment(context: Context, wanted: WantedChange, decide: Decide): Promise<string> {
  const { viewer } = context;
  const request = { principal: principalOf(viewer), key: wanted.idempotencyKey, request: wanted.request };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    const before = await lockAppointment(transaction, wanted.appointment, visibleTo(viewer));
    if (before === undefined) throw noSuchAppointment();
    if (wanted.expectedVersion !== null && wanted.expectedVersion !== before.version) throw versionConflict();
    const { type, values, overrides } = await decide(before, transaction, emit);
    const happening = { type, actor: viewer, ...(overrides && { overrides }) };
    const after = await swapAppointment(transaction, before, values, happening);
    if (after === undefined) throw versionConflict();
    const moved = after.doctor_id !== before.doctor_id || after.clinic_id !== before.clinic_id;
    if (moved) await followAppointment(transaction, after);
    emit(appointmentChanged(type, before, after));
    await keepSessions(transaction, emit, [after]);
    return after.id;
  });
}
