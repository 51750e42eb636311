import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { anonymous, type Viewer } from '@consulta/platform/viewer/viewer';
import type { Client } from 'pg';
import type { Query, TestStack } from '../kit/stack.ts';

/** Types that not everybody may see. */
export const guarded = [
  'Patient',
  'Appointment',
  'AppointmentSeries',
  'MedicalRecord',
  'Schedule',
  'AvailabilityRule',
  'AvailabilityException',
] as const;
export type Guarded = (typeof guarded)[number];

export const tables: Readonly<Record<Guarded, string>> = {
  Patient: 'patients.patient',
  Appointment: 'appointments.appointment',
  AppointmentSeries: 'appointments.appointment_series',
  MedicalRecord: 'records.medical_record',
  Schedule: 'appointments.schedule',
  AvailabilityRule: 'appointments.availability_rule',
  AvailabilityException: 'appointments.availability_exception',
};

/** Every role that can ask, with the demo account that has it. */
export const emails = {
  ANONYMOUS: null,
  PATIENT: 'patient@demo.local',
  DOCTOR: 'doctor@demo.local',
  STAFF: 'staff@demo.local',
  ADMIN: 'admin@demo.local',
} as const;
export type Role = keyof typeof emails;
export const roles = Object.keys(emails) as Role[];

/** Somebody who asks, and whom the gateway takes them for. */
export interface Asker {
  readonly query: Query;
  readonly viewer: Viewer;
}

export async function askAs(stack: TestStack, client: Client, role: Role): Promise<Asker> {
  const email = emails[role];
  const query = email === null ? stack.anonymous : await stack.signIn(email);
  return { query, viewer: await viewerOf(client, email) };
}

/** Whom a demo account may act as; ANONYMOUS without an e-mail. */
async function viewerOf(client: Client, email: string | null): Promise<Viewer> {
  if (email === null) return anonymous;
  const { rows } = await client.query<Viewer>(
    `select role, id as account, patient_id as patient, doctor_id as doctor,
            array(select clinic_id from identity.account_clinic where account_id = account.id) as clinics
     from identity.account where email = $1`,
    [email],
  );
  if (rows[0] === undefined) throw new Error(`there is no account ${email}`);
  return rows[0];
}

/**
 * docs/who-may-see-what.md once more, as one condition a type and role on the tables themselves: what the policies of
 * the subgraphs are held against.
 */
export function mayBeSeen(type: Guarded, { role, patient, doctor, clinics }: Viewer): string {
  const atClinics = `= any('{${clinics.join(',')}}'::uuid[])`;
  const treated = `(select patient_id from appointments.appointment
    where doctor_id = '${doctor}' and status not in ('cancelled', 'entered_in_error'))`;
  const ofSchedules = (schedules: string): string =>
    `schedule_id in (select id from appointments.schedule where ${schedules})`;
  const workingAt = `doctor_id in (select doctor_id from providers.doctor_clinic where clinic_id ${atClinics})`;
  const nothing = 'false';
  const rules: Record<Guarded, Partial<Record<Viewer['role'], string>>> = {
    Patient: {
      PATIENT: `id = '${patient}'`,
      DOCTOR: `id in ${treated}`,
      STAFF: `id in (select patient_id from patients.clinic_registration where clinic_id ${atClinics})
        or id in (select patient_id from appointments.appointment
          where clinic_id ${atClinics} and status not in ('cancelled', 'entered_in_error'))`,
    },
    Appointment: {
      PATIENT: `patient_id = '${patient}'`,
      DOCTOR: `doctor_id = '${doctor}'`,
      STAFF: `clinic_id ${atClinics}`,
    },
    AppointmentSeries: {
      PATIENT: `patient_id = '${patient}'`,
      DOCTOR: `doctor_id = '${doctor}'`,
      STAFF: `clinic_id ${atClinics}`,
    },
    MedicalRecord: {
      PATIENT: `patient_id = '${patient}'`,
      DOCTOR: `doctor_id = '${doctor}' or patient_id in ${treated}`,
      STAFF: `clinic_id ${atClinics}`,
    },
    Schedule: { DOCTOR: `doctor_id = '${doctor}'`, STAFF: workingAt },
    AvailabilityRule: { DOCTOR: ofSchedules(`doctor_id = '${doctor}'`), STAFF: `clinic_id ${atClinics}` },
    AvailabilityException: {
      DOCTOR: ofSchedules(`doctor_id = '${doctor}'`),
      STAFF: `clinic_id ${atClinics} or clinic_id is null and ${ofSchedules(workingAt)}`,
    },
  };
  return role === 'ADMIN' ? 'true' : (rules[type][role] ?? nothing);
}

/** Ids of some rows that satisfy a condition; fewer where there are not as many. */
export async function idsWhere(client: Client, type: Guarded, condition: string, most = 3): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from ${tables[type]} where ${condition} order by md5(id::text) limit ${most}`,
  );
  return rows.map(({ id }) => toGlobalId(type, id));
}

export async function countWhere(client: Client, table: string, condition: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from ${table} where ${condition}`,
  );
  return rows[0]?.count ?? Number.NaN;
}
