import { randomUUID } from 'node:crypto';
import type { Peers } from '@consulta/platform/hop/peers';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { createKysely } from '@consulta/platform/postgres/kysely';
import type { StatementCount } from '@consulta/platform/postgres/statements';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Kysely } from 'kysely';
import { startSubgraph, type TestSubgraph, viewerOf } from '../../../test/kit/subgraph.ts';
import type { Database } from '../src/generated/database.ts';
import { createAppointments } from '../src/server.ts';

/** A doctor with a schedule, the clinic they work at and what they offer there. Ids are uuids. */
export interface Practice {
  readonly doctor: string;
  readonly clinic: string;
  readonly service: string;
  readonly schedule: string;
}

export interface Booking {
  readonly start: string;
  readonly patient?: string;
  readonly reason?: string;
  readonly overbook?: boolean;
  readonly overridePatientConflict?: boolean;
  readonly idempotencyKey?: string;
}

interface Changed {
  readonly appointment: { readonly id: string; readonly status: string; readonly version: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

export interface Appointments extends TestSubgraph {
  readonly db: Kysely<Database>;
  newPractice(options?: PracticeOptions): Promise<Practice>;
  /** The booked appointment's id, or the code of the refusal. */
  book(viewer: Viewer, practice: Practice, booking: Booking): Promise<string>;
  /** The status after, or the code of the refusal. */
  change(
    viewer: Viewer,
    mutation: string,
    input: { readonly appointment: string } & Record<string, unknown>,
  ): Promise<string>;
}

export interface PracticeOptions {
  readonly timeZone?: string;
  readonly starts?: string;
  readonly ends?: string;
  readonly durationMinutes?: number;
  readonly bufferMinutes?: number;
  readonly maxOverbooking?: number;
  readonly clinic?: string;
}

/** No patient has this uuid. */
export const nobody = '00000000-0000-7000-8000-000000000000';

/** Every patient exists but one; providers know nothing that the directory does not. */
const peers: Peers = {
  async ask(subgraph, _query, variables) {
    const representations = variables['representations'] as readonly { readonly id: string }[];
    const known = (id: string) => subgraph === 'patients' && id !== toGlobalId('Patient', nobody);
    return { _entities: representations.map(({ id }) => (known(id) ? { id } : null)) };
  },
};

/**
 * @param now what the subgraph takes for the present
 * @param connections most connections of its pool
 */
export async function startAppointments(now?: () => Date, connections = 20): Promise<Appointments> {
  const subgraph = await startSubgraph((dependencies) => createAppointments(dependencies, now), { peers, connections });
  const db = createKysely<Database>(subgraph.pool, 'appointments');

  const change = async (viewer: Viewer, mutation: string, input: Record<string, unknown>): Promise<Changed> => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const { data, errors } = await subgraph.execute<Record<string, Changed>>(
      viewer,
      `mutation Change($input: ${type}) {
        ${mutation}(input: $input) { appointment { id status version } userErrors { code field } }
      }`,
      { input },
    );
    const changed = data[mutation];
    if (changed == null) throw new Error(JSON.stringify(errors));
    return changed;
  };

  return {
    ...subgraph,
    db,
    newPractice: (options = {}) => newPractice(db, options),
    async book(viewer, { doctor, clinic, service }, { start, patient, ...rest }) {
      const { appointment, userErrors } = await change(viewer, 'bookAppointment', {
        doctor: toGlobalId('Doctor', doctor),
        clinic: toGlobalId('Clinic', clinic),
        service: toGlobalId('HealthcareService', service),
        start,
        modality: 'IN_PERSON',
        ...(patient && { patient: toGlobalId('Patient', patient) }),
        ...rest,
      });
      return appointment?.id ?? userErrors.map(({ code }) => code).join();
    },
    async change(viewer, mutation, input) {
      const { appointment, userErrors } = await change(viewer, mutation, input);
      return appointment?.status ?? userErrors.map(({ code }) => code).join();
    },
  };
}

async function newPractice(
  db: Kysely<Database>,
  {
    timeZone = 'UTC',
    starts = '06:00',
    ends = '22:00',
    durationMinutes = 30,
    bufferMinutes = 0,
    maxOverbooking = 1,
    clinic = randomUUID(),
  }: PracticeOptions,
): Promise<Practice> {
  const [doctor, service, specialization] = [randomUUID(), randomUUID(), randomUUID()];
  await db
    .insertInto('clinic_directory')
    .values({ clinic_id: clinic, time_zone: timeZone, city: 'Here', status: 'active', version: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('doctor_directory')
    .values({
      doctor_id: doctor,
      specialization_ids: [specialization],
      clinic_ids: [clinic],
      status: 'active',
      version: 1,
    })
    .execute();
  await db
    .insertInto('bookable_service')
    .values({
      service_id: service,
      clinic_id: clinic,
      specialization_id: specialization,
      duration_minutes: durationMinutes,
      buffer_before_minutes: 0,
      buffer_after_minutes: bufferMinutes,
      modalities: ['in_person', 'video'],
      status: 'active',
      version: 1,
    })
    .execute();
  const { id: schedule } = await db
    .insertInto('schedule')
    .values({
      doctor_id: doctor,
      time_zone: timeZone,
      slot_minutes: 15,
      planning_horizon_days: 730,
      max_overbooking: maxOverbooking,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('availability_rule')
    .values(
      [1, 2, 3, 4, 5, 6, 7].map((day) => ({
        schedule_id: schedule,
        clinic_id: clinic,
        day_of_week: day,
        starts,
        ends,
        time_zone: timeZone,
        modalities: ['in_person', 'video'],
        valid_from: '2020-01-01',
      })),
    )
    .execute();
  return { doctor, clinic, service, schedule };
}

/** A moment some days ahead of today, `HH:MM` in UTC. */
export function ahead(days: number, time: string): string {
  return `${Temporal.Now.plainDateISO('UTC').add({ days }).toString()}T${time}:00.000Z`;
}

export const newPatient = (): Viewer => viewerOf('PATIENT', { patient: randomUUID() });
export const doctorOf = ({ doctor }: Practice): Viewer => viewerOf('DOCTOR', { doctor });
export const staffOf = (...clinics: readonly string[]): Viewer => viewerOf('STAFF', { clinics: [...clinics] });

/** How many of each outcome; ids of appointments count as `booked`. */
export function tally(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const kind = outcome.startsWith('appointment_') ? 'booked' : outcome;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Prints what an operation sent, and counts it. */
export function show(title: string, statements: readonly StatementCount[]): number {
  const count = statements.reduce((sum, statement) => sum + statement.count, 0);
  const lines = statements.map(
    ({ field, count: times, sql }) => `  ${times}x ${field}: ${sql.replaceAll(/\s+/g, ' ')}`,
  );
  process.stdout.write(`${title}: ${count} statements\n${lines.join('\n')}\n`);
  return count;
}
