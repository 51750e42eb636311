import { idempotent } from '@consulta/platform/idempotency';
import { newUuid } from '@consulta/platform/identifiers/uuid';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import { insertAppointment } from '../appointment/change-queries.ts';
import { appointmentChanged } from '../appointment/event.ts';
import type { Context } from '../context.ts';
import { keepSessions } from '../video-session/keep-sessions.ts';
import { allocate } from './allocate.ts';
import type { Holder } from './allocation-queries.ts';
import { cancelExpired } from './expired-holds.ts';
import { overridesWithin, type WantedOverrides } from './overrides.ts';
import { seesPatient } from './patient-directory.ts';
import { addMinutes, earlier } from './period.ts';
import { accountOf, mayPlace, patientOf } from './policy.ts';
import { allocationOf, lookUpOffer, planVisit, type WantedVisit } from './visit.ts';

/** A visit that a viewer wants a place for. */
export interface Placement extends WantedVisit, WantedOverrides {
  /** Null where it goes without saying: patients book for themselves. */
  readonly patient: string | null;
  readonly reason: string | null;
  /** How the time is held; null where it is booked. */
  readonly hold: { readonly minutes: number; readonly most: number } | null;
  readonly idempotencyKey: string | null;
  /** The whole of the request, under its mutation's name. */
  readonly request: Readonly<Record<string, unknown>>;
}

/**
 * Takes the time of a visit, for good or for a while, and records the appointment; returns its uuid. Who wins a race for
 * a time is for the database's constraints to say.
 *
 * @throws {UserError} what `allocate` refuses, NOT_FOUND, or the rule of the schedule that does not hold
 */
export async function placeVisit(context: Context, wanted: Placement): Promise<string> {
  const { viewer } = context;
  mayPlace(viewer, wanted);
  const patient = patientOf(viewer, wanted.patient);
  const [offer, seen] = await Promise.all([
    lookUpOffer(context.directory, wanted),
    viewer.role === 'PATIENT' || seesPatient(context.peers, viewer, patient),
  ]);

  const request = { principal: principalOf(viewer), key: wanted.idempotencyKey, request: wanted.request };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    if (!seen) throw new UserError('NOT_FOUND', 'There is no such patient.', ['patient']);
    const planned = await planVisit(transaction, wanted, offer, context.now);
    const id = newUuid();
    const account = accountOf(viewer);
    const { overrides, expired } = await allocate(
      transaction,
      [
        {
          ...allocationOf(planned, id, patient),
          ...(wanted.hold &&
            heldBy(
              { account, most: wanted.hold.most },
              earlier(addMinutes(context.now, wanted.hold.minutes), wanted.start),
            )),
        },
      ],
      overridesWithin(wanted, planned.schedule),
    );
    const type = wanted.hold === null ? 'booked' : 'held';
    const placed = await insertAppointment(
      transaction,
      {
        id,
        starts_at: planned.visit.start,
        ends_at: planned.visit.end,
        schedule_id: planned.schedule.id,
        doctor_id: wanted.doctor,
        patient_id: patient,
        clinic_id: wanted.clinic,
        service_id: wanted.service,
        modality: wanted.modality,
        status: wanted.hold === null ? 'booked' : 'pending',
        reason: wanted.reason,
        created_by: account,
      },
      { type, actor: viewer, overrides },
    );
    await cancelExpired(transaction, emit, expired);
    emit(appointmentChanged(type, null, placed));
    await keepSessions(transaction, emit, [placed]);
    return id;
  });
}

/** A time that has begun can no longer be booked, so no hold outlives it. */
const heldBy = (holder: Holder, expiresAt: Date) => ({ holder, expiresAt });
