import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { sql } from 'kysely';
import type { Appointments, Practice } from '../fixture.ts';

export interface Visit {
  readonly id: string;
  readonly start: string;
  readonly status: string;
  readonly version: number;
  readonly seriesNumber: number;
}

/** What a mutation of many visits answered. */
export interface Answer {
  readonly series: { readonly id: string; readonly version: number; readonly startDate: string } | null;
  /** Earliest first. */
  readonly visits: readonly Visit[];
  readonly conflicts: readonly { readonly number: number; readonly start: string; readonly code: string }[];
  readonly codes: readonly string[];
  readonly cancelled: number | null;
}

interface Payload {
  readonly appointmentSeries:
    | (NonNullable<Answer['series']> & { readonly appointments: { readonly edges: readonly { node: Visit }[] } })
    | null;
  readonly conflicts?: Answer['conflicts'];
  readonly cancelledAppointmentCount?: number | null;
  readonly userErrors: readonly { readonly code: string }[];
}

const selections = {
  bookAppointmentSeries: 'conflicts { number start code }',
  rescheduleAppointmentSeries: 'conflicts { number start code }',
  cancelAppointmentSeries: 'cancelledAppointmentCount',
} as const;

/** Sends a mutation of many visits; throws where it fails with a GraphQL error. */
export async function send(
  { execute }: Appointments,
  viewer: Viewer,
  mutation: keyof typeof selections,
  input: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const { data, errors } = await execute<Record<string, Payload>>(
    viewer,
    `mutation Many($input: ${type}) {
      ${mutation}(input: $input) {
        appointmentSeries {
          id version startDate
          appointments(first: 60) { edges { node { id start status version seriesNumber } } }
        }
        ${selections[mutation]}
        userErrors { code }
      }
    }`,
    { input },
  );
  const payload = data[mutation];
  if (payload == null) throw new Error(JSON.stringify(errors));
  const { appointmentSeries: series, conflicts = [], cancelledAppointmentCount: cancelled = null } = payload;
  return {
    series,
    visits: series?.appointments.edges.map(({ node }) => node) ?? [],
    conflicts,
    codes: payload.userErrors.map(({ code }) => code),
    cancelled,
  };
}

export interface WantedSeries {
  readonly start: string;
  readonly count: number;
  readonly everyWeeks?: number;
  readonly patient?: string;
  readonly conflicts?: 'REFUSE' | 'SKIP';
  readonly idempotencyKey?: string;
}

export function inputOf(
  { doctor, clinic, service }: Practice,
  { count, everyWeeks, patient, ...rest }: WantedSeries,
): Readonly<Record<string, unknown>> {
  return {
    doctor: toGlobalId('Doctor', doctor),
    clinic: toGlobalId('Clinic', clinic),
    service: toGlobalId('HealthcareService', service),
    modality: 'IN_PERSON',
    recurrence: { count, ...(everyWeeks && { everyWeeks }) },
    ...(patient && { patient: toGlobalId('Patient', patient) }),
    ...rest,
  };
}

export const bookSeries = (appointments: Appointments, viewer: Viewer, practice: Practice, wanted: WantedSeries) =>
  send(appointments, viewer, 'bookAppointmentSeries', inputOf(practice, wanted));

/** The same time of day some weeks later, in UTC. */
export function weeksAfter(start: string, weeks: number): string {
  return new Date(Date.parse(start) + weeks * 7 * 86_400_000).toISOString();
}

/** Rows that visits with the practices' doctors left; a series tells of itself once. */
export async function leftBy({ db }: Appointments, practices: readonly Practice[]) {
  const { rows } = await sql<Record<string, number>>`
    select
      (select count(*) from appointments.slot_allocation where schedule_id = practice.schedule) as allocations,
      (select count(*) from appointments.appointment where doctor_id = practice.doctor) as appointments,
      (select count(*) from appointments.appointment_event where doctor_id = practice.doctor) as events,
      (select count(*) from appointments.outbox where payload ->> 'doctor' = practice.doctor::text) as outbox,
      (select count(*) from appointments.appointment_series where doctor_id = practice.doctor) as series,
      (
        select count(*) from appointments.appointment_series_occurrence
        join appointments.appointment_series on id = series_id where doctor_id = practice.doctor
      ) as occurrences
    from unnest(${practices.map(({ doctor }) => doctor)}::uuid[], ${practices.map(({ schedule }) => schedule)}::uuid[])
      with ordinality as practice(doctor, schedule, position)
    order by position`.execute(db);
  return rows;
}

/** What `series` booked series of `count` visits leave, with one event for each visit and each series. */
export function whole(count: number, series = 1) {
  const visits = count * series;
  return {
    allocations: visits,
    appointments: visits,
    events: visits,
    outbox: visits + series,
    series,
    occurrences: visits,
  };
}

export const none = { allocations: 0, appointments: 0, events: 0, outbox: 0, series: 0, occurrences: 0 };
