import { badUserInput } from '@consulta/platform/graphql/errors';
import { codeOf, idempotencyKey, idOf, optional, text } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { z } from 'zod';
import { mustBeSignedIn } from '../appointment/policy.ts';
import type { Context } from '../context.ts';
import { confirmHold } from '../hold/confirm-hold.ts';
import { checkOverrides, overrideFields } from './overrides.ts';
import { placeVisit } from './place-visit.ts';
import type { WantedVisit } from './visit.ts';

const inputSchema = z.object({
  hold: optional(idOf('SlotHold')),
  doctor: optional(idOf('Doctor')),
  clinic: optional(idOf('Clinic')),
  service: optional(idOf('HealthcareService')),
  start: optional(z.date()),
  modality: optional(codeOf(['in_person', 'video'])),
  patient: optional(idOf('Patient')),
  reason: optional(text(2000)),
  ...overrideFields,
  idempotencyKey,
});

type Wanted = Omit<z.output<typeof inputSchema>, 'idempotencyKey'>;

/**
 * Books a visit, or what was held for it; returns the appointment's uuid.
 *
 * @throws {UserError} as `placeVisit` does, or `confirmHold` where the input names a hold
 */
export async function bookAppointment(context: Context, input: unknown): Promise<string> {
  mustBeSignedIn(context.viewer);
  const { idempotencyKey: key, ...wanted } = parseInput(inputSchema, input);
  const request = { idempotencyKey: key, request: { bookAppointment: wanted } };
  const { hold, reason } = wanted;
  if (hold !== null) {
    mustSayNoMore(wanted);
    return confirmHold(context, { hold, reason, ...request });
  }
  const visit = visitOf(wanted);
  checkOverrides(context.viewer, wanted);
  return placeVisit(context, { ...wanted, ...visit, hold: null, ...request });
}

/** Without a hold, all that makes a visit must be said. */
function visitOf({ doctor, clinic, service, start, modality }: Wanted): WantedVisit {
  return {
    doctor: doctor ?? missing('doctor'),
    clinic: clinic ?? missing('clinic'),
    service: service ?? missing('service'),
    start: start ?? missing('start'),
    modality: modality ?? missing('modality'),
  };
}

function missing(field: string): never {
  throw badUserInput('This is needed where no hold is named.', ['input', field]);
}

/** A hold is booked as it is. */
function mustSayNoMore(wanted: Wanted): void {
  const saidByHold = ['doctor', 'clinic', 'service', 'start', 'modality', 'patient'] as const;
  const overridden = ['overbook', 'overridePatientConflict'] as const;
  const odd = saidByHold.find((field) => wanted[field] !== null) ?? overridden.find((field) => wanted[field]);
  if (odd !== undefined) throw badUserInput('Leave this out: the hold says it.', ['input', odd]);
}
