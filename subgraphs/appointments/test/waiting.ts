import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { eventually } from '@consulta/platform/outbox/fixture';
import { registerConsumers } from '@consulta/platform/outbox/register';
import { createRelay, type Relay } from '@consulta/platform/outbox/relay';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { type Kysely, sql } from 'kysely';
import { createWaitlistConsumer } from '../src/waitlist/consumer.ts';
import type { Appointments, Practice } from './fixture.ts';
import { uuidOf } from './holds.ts';
import { plan } from './planning.ts';

/** From now on, changes are kept for a relay to come. */
export async function register({ db }: Appointments): Promise<void> {
  await registerConsumers(db as unknown as Kysely<unknown>, [createWaitlistConsumer()]);
}

/** A relay that does nothing but offer freed time. */
export async function startRelay({ pool, database }: Appointments, offerMinutes = 30): Promise<Relay> {
  const relay = createRelay({
    pool,
    connectionString: database.connectionString,
    consumers: [createWaitlistConsumer({ offerMinutes })],
    logger: createLogger({ level: 'silent' }),
    metrics: createMetrics(),
    pollMillis: 20,
  });
  await relay.start();
  return relay;
}

/** Waits until the relays have delivered all there is. */
export async function settled({ db }: Appointments): Promise<void> {
  const left = await eventually(
    async () => (await sql`select from appointments.outbox_delivery where state = 'pending'`.execute(db)).rows.length,
    (count) => count === 0,
  );
  const { rows } = await sql`select last_error from appointments.outbox_delivery`.execute(db);
  if (left > 0 || rows.length > 0) throw new Error(`not delivered: ${JSON.stringify(rows)}`);
}

export function waitInput(
  { doctor, clinic, service }: Practice,
  { patient, ...period }: { from: string; to: string; patient?: string; modality?: string },
) {
  return {
    doctor: toGlobalId('Doctor', doctor),
    clinic: toGlobalId('Clinic', clinic),
    service: toGlobalId('HealthcareService', service),
    ...period,
    ...(patient && { patient: toGlobalId('Patient', patient) }),
  };
}

/** The entry's id, or the code of the refusal or error. */
export async function join(
  appointments: Appointments,
  viewer: Viewer,
  practice: Practice,
  wanted: Parameters<typeof waitInput>[1],
): Promise<string> {
  const outcome = await plan(appointments, viewer, 'joinWaitlist', waitInput(practice, wanted), 'waitlistEntry { id }');
  const entry = outcome.payload?.['waitlistEntry'] as { readonly id: string } | null | undefined;
  return entry?.id ?? outcome.refusal?.split(' ')[0] ?? outcome.error ?? '';
}

/** The entry's status after, or the code of the refusal or error. */
export async function leave(appointments: Appointments, viewer: Viewer, waitlistEntry: string): Promise<string> {
  const outcome = await plan(appointments, viewer, 'leaveWaitlist', { waitlistEntry }, 'waitlistEntry { status }');
  const entry = outcome.payload?.['waitlistEntry'] as { readonly status: string } | null | undefined;
  return entry?.status ?? outcome.refusal?.split(' ')[0] ?? outcome.error ?? '';
}

/** An entry as it lies in the table, with the hold that it is offered. */
export async function standing({ db }: Appointments, entry: string) {
  const { rows } = await sql<{ status: string; hold: string | null; start: Date | null; events: string[] }>`
    select
      status,
      offered_appointment_id as hold,
      (select starts_at from appointments.appointment where id = offered_appointment_id) as start,
      array(select type from appointments.outbox where aggregate_id = entry.id order by outbox.id) as events
    from appointments.waitlist_entry entry where id = ${uuidOf(entry)}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the entry is gone');
  return {
    status: row.status,
    hold: row.hold === null ? '' : toGlobalId('SlotHold', row.hold),
    start: row.start?.toISOString() ?? null,
    events: row.events,
  };
}
