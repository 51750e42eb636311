import { badUserInput } from '@consulta/platform/graphql/errors';
import { idempotent } from '@consulta/platform/idempotency';
import { newUuid } from '@consulta/platform/identifiers/uuid';
import { codeOf, idempotencyKey, idOf, optional } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { UserError } from '@consulta/platform/user-error';
import { principalOf } from '@consulta/platform/viewer/principal';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { offeredModalities } from '../availability/offer.ts';
import { day } from '../availability/zone-clock.ts';
import { seesPatient } from '../booking/patient-directory.ts';
import { accountOf, mayPlace, patientOf } from '../booking/policy.ts';
import type { VisitOffer } from '../booking/visit.ts';
import type { Context } from '../context.ts';
import type { Database } from '../generated/database.ts';
import { mayCancelOrMove } from '../transition/policy.ts';
import { tooLate } from '../transition/refusals.ts';
import { insertEntry, type NewEntry, obstaclesTo } from './change-queries.ts';
import { type EntryState, entryChanged } from './entry.ts';
import { mostEntries } from './policy.ts';
import { alreadyWaiting, tooManyEntries } from './refusals.ts';

const longestDays = 366;

const inputSchema = z.object({
  doctor: idOf('Doctor'),
  clinic: optional(idOf('Clinic')),
  service: idOf('HealthcareService'),
  modality: optional(codeOf(['in_person', 'video'])),
  from: z.date(),
  to: z.date(),
  patient: optional(idOf('Patient')),
  idempotencyKey,
});

type Wanted = Omit<z.output<typeof inputSchema>, 'idempotencyKey'>;

/**
 * Puts a patient on a doctor's waitlist; returns the entry's uuid.
 *
 * @throws {UserError} NOT_FOUND, SERVICE_NOT_OFFERED, TOO_LATE, ALREADY_WAITING or TOO_MANY_WAITLIST_ENTRIES
 */
export async function joinWaitlist(context: Context, input: unknown): Promise<string> {
  const { viewer, directory } = context;
  mayCancelOrMove(viewer);
  const { idempotencyKey: key, ...wanted } = parseInput(inputSchema, input);
  checkPeriod(wanted);
  const service = await directory.service(wanted.service);
  const place = wanted.clinic ?? service?.clinic_id ?? null;
  if (place !== null) mayPlace(viewer, { doctor: wanted.doctor, clinic: place });
  const patient = patientOf(viewer, wanted.patient);
  const [doctor, clinic, seen] = await Promise.all([
    directory.doctor(wanted.doctor),
    place === null ? null : directory.clinic(place),
    viewer.role === 'PATIENT' || seesPatient(context.peers, viewer, patient),
  ]);

  const request = { principal: principalOf(viewer), key, request: { joinWaitlist: wanted } };
  return idempotent(context.unitOfWork, request, async (transaction, emit) => {
    if (!seen) throw new UserError('NOT_FOUND', 'There is no such patient.', ['patient']);
    const joined = await join(transaction, {
      id: newUuid(),
      patient,
      doctor: wanted.doctor,
      ...offered({ doctor, clinic, service }, wanted, context.now),
      modality: wanted.modality,
      period: { start: wanted.from, end: wanted.to },
      createdBy: accountOf(viewer),
    });
    emit(entryChanged('joined', joined));
    return joined.id;
  });
}

function checkPeriod({ from, to }: Wanted): void {
  if (to <= from) throw badUserInput('The period ends before it starts.', ['input', 'to']);
  if (to.getTime() - from.getTime() > longestDays * day) {
    throw badUserInput(`A period lasts at most ${longestDays} days.`, ['input', 'to']);
  }
}

/** Where the patient waits for what; waiting for what is never offered would be in vain. */
function offered({ doctor, clinic, service }: VisitOffer, { modality, to }: Wanted, now: Date) {
  if (doctor === null) throw new UserError('NOT_FOUND', 'There is no such doctor.', ['doctor']);
  if (service === null) throw new UserError('NOT_FOUND', 'There is no such service.', ['service']);
  if (clinic === null) throw new UserError('NOT_FOUND', 'There is no such clinic.', ['clinic']);
  const modalities = offeredModalities({ doctor, clinic, service });
  if (modalities.length === 0 || (modality !== null && !modalities.includes(modality))) {
    throw new UserError('SERVICE_NOT_OFFERED', 'The doctor does not give this service there, or not in this way.', [
      'service',
    ]);
  }
  if (to <= now) throw tooLate('The period has passed.', 'to');
  return { clinic: clinic.id, service: service.id };
}

/** Nobody loses a free place to a rival that left as often as this. */
const mostAttempts = 30;

async function join(transaction: Transaction<Database>, entry: NewEntry): Promise<EntryState> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const joined = await insertEntry(transaction, entry, mostEntries);
    if (joined !== undefined) return joined;
    const obstacles = await obstaclesTo(transaction, entry, mostEntries);
    if (obstacles.waiting) throw alreadyWaiting();
    if (obstacles.places) break;
  }
  throw tooManyEntries();
}
