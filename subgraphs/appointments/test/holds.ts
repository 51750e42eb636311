import { parseGlobalId, toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { sql } from 'kysely';
import type { Appointments, Booking, Practice } from './fixture.ts';
import { plan } from './planning.ts';

const codeOf = ({ refusal, error }: Awaited<ReturnType<typeof plan>>): string =>
  refusal?.split(' ')[0] ?? (error === null ? '' : error);

/** The input of `holdSlot`. */
export function holdInput(
  { doctor, clinic, service }: Practice,
  { start, patient, idempotencyKey }: Pick<Booking, 'start' | 'patient' | 'idempotencyKey'>,
) {
  return {
    doctor: toGlobalId('Doctor', doctor),
    clinic: toGlobalId('Clinic', clinic),
    service: toGlobalId('HealthcareService', service),
    start,
    modality: 'IN_PERSON',
    ...(patient && { patient: toGlobalId('Patient', patient) }),
    ...(idempotencyKey && { idempotencyKey }),
  };
}

/** The hold's id, or the code of the refusal or error. */
export async function hold(
  appointments: Appointments,
  viewer: Viewer,
  practice: Practice,
  booking: Parameters<typeof holdInput>[1],
): Promise<string> {
  const outcome = await plan(appointments, viewer, 'holdSlot', holdInput(practice, booking), 'slotHold { id }');
  const held = outcome.payload?.['slotHold'] as { readonly id: string } | null | undefined;
  return held?.id ?? codeOf(outcome);
}

/** The appointment's id, or the code of the refusal or error. */
export async function confirm(
  appointments: Appointments,
  viewer: Viewer,
  id: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const outcome = await plan(appointments, viewer, 'bookAppointment', { hold: id, ...more }, 'appointment { id }');
  const booked = outcome.payload?.['appointment'] as { readonly id: string } | null | undefined;
  return booked?.id ?? codeOf(outcome);
}

/** The appointment's status, or the code of the refusal or error. */
export async function release(appointments: Appointments, viewer: Viewer, slotHold: string): Promise<string> {
  const outcome = await plan(appointments, viewer, 'releaseHold', { slotHold }, 'appointment { status }');
  const released = outcome.payload?.['appointment'] as { readonly status: string } | null | undefined;
  return released?.status ?? codeOf(outcome);
}

export const uuidOf = (id: string): string => parseGlobalId(id)?.uuid ?? '';

/** Lets time pass for a hold, if it still is one: it ran out a second ago. */
export async function runOut({ db }: Appointments, id: string): Promise<void> {
  await sql`update appointments.slot_allocation set expires_at = now() - interval '1 second'
    where appointment_id = ${uuidOf(id)} and expires_at is not null`.execute(db);
}

/** What became of an appointment: its stored status, how many allocations it has, its events and those of its outbox. */
export async function whatBecameOf({ db }: Appointments, id: string) {
  const { rows } = await sql<{ status: string; allocations: number; events: string[]; outbox: string[] }>`
    select
      status,
      (select count(*) from appointments.slot_allocation where appointment_id = id) as allocations,
      array(select type from appointments.appointment_event where appointment_id = id order by seq) as events,
      array(select type from appointments.outbox where aggregate_id = appointment.id order by outbox.id) as outbox
    from appointments.appointment appointment where id = ${uuidOf(id)}`.execute(db);
  return rows[0];
}
