import { lockAppointment, swapAppointment } from '@consulta/appointments/appointment/change-queries';
import { appointmentChanged } from '@consulta/appointments/appointment/event';
import type { Database } from '@consulta/appointments/generated/database';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { createLogger } from '@consulta/platform/logger';
import { createPoke } from '@consulta/platform/outbox/poke';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { createPool } from '@consulta/platform/postgres/pool';
import { createUnitOfWork } from '@consulta/platform/unit-of-work';
import { sql } from 'kysely';

/** An appointment that can be watched, with what it can be watched by: global ids. */
export interface Watchable {
  readonly uuid: string;
  readonly appointment: string;
  readonly patient: string;
  readonly doctor: string;
  readonly clinic: string;
  /** By the clinic's clocks. */
  readonly date: string;
}

/** A change that was committed. */
export interface MadeChange {
  /** Global id. */
  readonly appointment: string;
  readonly version: number;
}

/** Changes appointments as the product does, from a process that serves nobody: row, history and outbox in one transaction. */
export interface AppointmentChanges extends AsyncDisposable {
  /** Appointments to come, those of one clinic and day one after the other, the fullest days first. */
  watchable(most: number): Promise<readonly Watchable[]>;
  /** Resolves with the answer to the commit. */
  change(appointment: Watchable): Promise<MadeChange>;
  /** The positions in the log of the changes of some appointments, by {@link nameOf}; those it does not tell yet are missing. */
  positions(appointments: readonly Watchable[]): Promise<ReadonlyMap<string, number>>;
}

export const nameOf = ({ appointment, version }: MadeChange): string => `${appointment} ${version}`;

const schema = 'appointments';
const happening = { type: 'checked_in', actor: { account: null, role: 'SYSTEM' } } as const;

export function openAppointmentChanges(connectionString: string): AppointmentChanges {
  const logger = createLogger({ level: 'silent' });
  const pool = createPool(
    {
      connectionString,
      applicationName: 'changes of appointments',
      max: 10,
      min: 0,
      connectionTimeoutMillis: 30_000,
      idleTimeoutMillis: 10_000,
      maxLifetimeSeconds: 1_800,
      leakAfterMillis: 60_000,
    },
    { logger },
  );
  const db = createKysely<Database>(pool, schema);
  const unitOfWork = createUnitOfWork({ db, schema, poke: createPoke({ pool, schema, logger }) });

  return {
    async watchable(most) {
      const { rows } = await sql<{ id: string; patient: string; doctor: string; clinic: string; date: string }>`
        select appointment.id, patient_id as patient, appointment.doctor_id as doctor, appointment.clinic_id as clinic,
          (starts_at at time zone schedule.time_zone)::date::text as date
        from appointments.appointment appointment
        join appointments.schedule schedule on schedule.id = appointment.schedule_id
        where status = 'booked' and starts_at > now() + interval '1 day'
        order by count(*) over (
          partition by appointment.clinic_id, (starts_at at time zone schedule.time_zone)::date
        ) desc, clinic, date, appointment.id
        limit ${most}`.execute(db);
      return rows.map(({ id, patient, doctor, clinic, date }) => ({
        uuid: id,
        appointment: toGlobalId('Appointment', id),
        patient: toGlobalId('Patient', patient),
        doctor: toGlobalId('Doctor', doctor),
        clinic: toGlobalId('Clinic', clinic),
        date,
      }));
    },
    change: ({ uuid }) =>
      unitOfWork.run(async (transaction, emit) => {
        const before = await lockAppointment(transaction, uuid, sql<boolean>`true`);
        const after = before && (await swapAppointment(transaction, before, {}, happening));
        if (before === undefined || after === undefined) throw new Error('the appointment is there, and locked');
        emit(appointmentChanged(happening.type, before, after));
        return { appointment: toGlobalId('Appointment', uuid), version: after.version };
      }),
    async positions(appointments) {
      const { rows } = await sql<{ id: string; version: number; position: number }>`
        select aggregate_id as id, version, position from appointments.stream_event
        where topic = any(${appointments.map(({ uuid }) => `appointment:${uuid}`)}::text[])`.execute(db);
      return new Map(
        rows.map(({ id, version, position }) => [
          nameOf({ appointment: toGlobalId('Appointment', id), version }),
          position,
        ]),
      );
    },
    async [Symbol.asyncDispose]() {
      // The last poke is sent after the last answer.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await pool.end();
    },
  };
}
