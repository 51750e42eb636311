import { idempotent } from '@consulta/platform/idempotency';
import { newUuid } from '@consulta/platform/identifiers/uuid';
import { codeOf, idempotencyKey, idOf, integer, optional, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { insertAppointments } from '../appointment/change-many-queries.ts';
import { appointmentChanged } from '../appointment/event.ts';
import { loadSchedulePlan } from '../availability/load.ts';
import { type Offer, offeredModalities } from '../availability/offer.ts';
import { cancelExpired } from '../booking/expired-holds.ts';
import { seesPatient } from '../booking/patient-directory.ts';
import { addMinutes } from '../booking/period.ts';
import { accountOf, mayPlace, patientOf } from '../booking/policy.ts';
import { existingOffer, lookUpOffer } from '../booking/visit.ts';
import type { Context } from '../context.ts';
import type { Database } from '../generated/database.ts';
import { keepSessions } from '../video-session/keep-sessions.ts';
import { allocateOccurrences, orUndo } from './allocate-occurrences.ts';
import { insertSeries, takeTurns } from './change-queries.ts';
import { outcomeOf, type SeriesOutcome } from './conflicts.ts';
import { seriesChanged } from './event.ts';
import { type PlannedOccurrences, planOccurrences, type WantedOccurrence } from './plan-occurrences.ts';
import { localStart, recur } from './recurrence.ts';

const inputSchema = z.object({
  doctor: idOf('Doctor'),
  clinic: idOf('Clinic'),
  service: idOf('HealthcareService'),
  start: z.date(),
  modality: codeOf(['in_person', 'video']),
  patient: optional(idOf('Patient')),
  reason: optional(text(2000)),
  recurrence: z.object({ everyWeeks: integer(1, 12), count: integer(2, 52) }),
  conflicts: codeOf(['refuse', 'skip']),
  idempotencyKey,
});

type Wanted = Omit<z.output<typeof inputSchema>, 'idempotencyKey'>;

/**
 * Books visits that recur: every one, or with SKIP those that can be. Their times are won one by one, each in the
 * constraints' own race, and kept or given back together.
 *
 * @throws {UserError} NOT_FOUND, or what holds for all visits alike: OUTSIDE_AVAILABILITY, SERVICE_NOT_OFFERED
 */
export async function bookAppointmentSeries(context: Context, input: unknown): Promise<SeriesOutcome> {
  const { viewer } = context;
  const { idempotencyKey: key, ...wanted } = parseInput(inputSchema, input);
  mayPlace(viewer, wanted);
  const patient = patientOf(viewer, wanted.patient);
  const [looked, seen] = await Promise.all([
    lookUpOffer(context.directory, wanted),
    viewer.role === 'PATIENT' || seesPatient(context.peers, viewer, patient),
  ]);

  const request = { principal: principalOf(viewer), key, request: { bookAppointmentSeries: wanted } };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    if (!seen) throw new UserError('NOT_FOUND', 'There is no such patient.', ['patient']);
    const offer = existingOffer(looked);
    await takeTurns(transaction, [wanted.doctor, patient]);
    const plan = await planSeries(transaction, wanted, offer, context.now);
    const planned = plan.planned.map((one) => ({ ...one, appointment: newUuid(), patient }));
    const { taken, conflicts, expired } = await orUndo(transaction, () =>
      allocateOccurrences(transaction, { ...plan, planned }, wanted.conflicts === 'skip'),
    );
    if (taken.length === 0) return outcomeOf(null, conflicts);

    const parties = {
      doctor_id: wanted.doctor,
      patient_id: patient,
      clinic_id: wanted.clinic,
      service_id: wanted.service,
      modality: wanted.modality,
      created_by: accountOf(viewer),
    };
    const rows = taken.map(({ appointment, planned: { schedule, visit } }) => ({
      ...parties,
      id: appointment,
      starts_at: visit.start,
      ends_at: visit.end,
      schedule_id: schedule.id,
      status: 'booked',
      reason: wanted.reason,
    }));
    const booked = await insertAppointments(transaction, rows, { type: 'booked', actor: viewer });
    const series = await insertSeries(
      transaction,
      {
        ...parties,
        time_zone: offer.clinic.time_zone,
        ...localStart(wanted.start, offer.clinic.time_zone),
        every_weeks: wanted.recurrence.everyWeeks,
        count: wanted.recurrence.count,
      },
      taken.map(({ occurrence: { number }, appointment }) => ({ number, appointment })),
    );
    await cancelExpired(transaction, emit, expired);
    emit(seriesChanged('booked', series));
    for (const appointment of booked) emit(appointmentChanged('booked', null, appointment));
    await keepSessions(transaction, emit, booked);
    return outcomeOf(series.id, conflicts);
  });
}

async function planSeries(
  transaction: Transaction<Database>,
  { start, modality, recurrence }: Wanted,
  offer: Offer,
  now: Date,
): Promise<PlannedOccurrences<WantedOccurrence>> {
  const { doctor, clinic, service } = offer;
  const occurrences = recur(start, clinic.time_zone, recurrence);
  const last = occurrences.at(-1)?.start ?? start;
  const period = { from: start, to: addMinutes(last, service.duration_minutes) };
  const plan = await loadSchedulePlan(transaction, { doctorId: doctor.id, ...period });
  if (plan === null) throw new UserError('OUTSIDE_AVAILABILITY', 'The doctor takes no appointments yet.', ['doctor']);
  if (!offeredModalities(offer).includes(modality)) {
    const message = 'The doctor does not give this service there, or not in this way.';
    throw new UserError('SERVICE_NOT_OFFERED', message, ['service']);
  }
  const wanted = occurrences.map((occurrence) => ({ occurrence, offer, plan, modality }));
  return planOccurrences(transaction, wanted, now);
}
