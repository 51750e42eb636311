import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { MadeChange, Watchable } from './appointment-changes.ts';

/** Who watches what, and which appointments that tells of. */
export interface Watch {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly concerns: (appointment: Watchable) => boolean;
}

/** A client of graphql-ws that comes back after every loss, and goes on after the last update it has. */
export interface AppointmentFollower {
  readonly watch: Watch;
  /** In the order in which they came. */
  readonly updates: readonly MadeChange[];
  readonly connections: number;
  /** What ended it, which nothing should. */
  readonly refusal: unknown;
  stop(): void;
}

const fields = '{ cursor version appointmentId appointment { status } }';

export const watchPatient = ({ patient }: Watchable): Watch => ({
  query: `subscription Watch($patient: ID!, $after: String) {
    patientAppointmentsUpdated(patient: $patient, after: $after) ${fields}
  }`,
  variables: { patient },
  concerns: (appointment) => appointment.patient === patient,
});

export const watchDoctor = ({ doctor }: Watchable): Watch => ({
  query: `subscription Watch($doctor: ID!, $after: String) {
    doctorScheduleUpdated(doctor: $doctor, after: $after) ${fields}
  }`,
  variables: { doctor },
  concerns: (appointment) => appointment.doctor === doctor,
});

export const watchBoard = ({ clinic, date }: Watchable): Watch => ({
  query: `subscription Watch($clinic: ID!, $date: Date!, $after: String) {
    clinicBoardUpdated(clinic: $clinic, date: $date, after: $after) ${fields}
  }`,
  variables: { clinic, date },
  concerns: (appointment) => appointment.clinic === clinic && appointment.date === date,
});

/**
 * Different things to watch of some appointments, in turn a patient, a doctor and a clinic's day.
 *
 * @returns at most `count`: fewer where there are not so many
 */
export function watchesOf(appointments: readonly Watchable[], count: number): readonly Watch[] {
  const all = appointments.flatMap((one) => [watchPatient(one), watchDoctor(one), watchBoard(one)]);
  const different = new Map(all.map((watch) => [JSON.stringify(watch.variables), watch]));
  return [...different.values()].slice(0, count);
}

/** @param urlOf asked at every connection: a load balancer */
export function followAppointments(urlOf: () => string, token: string, watch: Watch): AppointmentFollower {
  const updates: MadeChange[] = [];
  const variables: Record<string, unknown> = { ...watch.variables };
  let connections = 0;
  let refusal: unknown;
  const client = createClient({
    url: () => `${urlOf().replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 50)),
    shouldRetry: () => true,
    on: {
      connected() {
        connections += 1;
      },
    },
  });
  client.subscribe<Record<string, { cursor: string; version: number; appointmentId: string }>>(
    { query: watch.query, variables },
    {
      next({ data, errors }) {
        refusal ??= errors;
        const [update] = Object.values(data ?? {});
        if (update === undefined) return;
        updates.push({ appointment: update.appointmentId, version: update.version });
        variables['after'] = update.cursor;
      },
      error(error) {
        refusal ??= error;
      },
      complete: () => undefined,
    },
  );
  return {
    watch,
    updates,
    get connections() {
      return connections;
    },
    get refusal() {
      return refusal;
    },
    stop: () => void client.dispose(),
  };
}
