import { randomUUID } from 'node:crypto';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Appointments, Practice } from './fixture.ts';

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
  readonly [field: string]: unknown;
}

/** What a mutation answered: its payload, the code of its refusal, or the code and argument of its error. */
export interface Outcome {
  readonly payload: Payload | null;
  readonly refusal: string | null;
  readonly error: string | null;
}

/** Runs a planning mutation and selects `fields` of its payload. */
export async function plan(
  { execute }: Appointments,
  viewer: Viewer,
  mutation: string,
  input: Record<string, unknown>,
  fields = '',
): Promise<Outcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const { data, errors } = await execute<Record<string, Payload | null>>(
    viewer,
    `mutation Plan($input: ${type}) { ${mutation}(input: $input) { ${fields} userErrors { code field } } }`,
    { input },
  );
  const payload = data[mutation] ?? null;
  const [error] = errors;
  return {
    payload,
    refusal: payload?.userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`)[0] ?? null,
    error: error === undefined ? null : [error.extensions?.['code'], error.extensions?.['argument']].join(' ').trim(),
  };
}

/** A doctor and a clinic of theirs that the directory knows, without a schedule. */
export async function newDoctor({ db }: Appointments): Promise<Pick<Practice, 'doctor' | 'clinic'>> {
  const [doctor, clinic] = [randomUUID(), randomUUID()];
  await db
    .insertInto('clinic_directory')
    .values({ clinic_id: clinic, time_zone: 'Europe/Madrid', city: 'Madrid', status: 'active', version: 1 })
    .execute();
  await db
    .insertInto('doctor_directory')
    .values({ doctor_id: doctor, clinic_ids: [clinic], status: 'active', version: 1 })
    .execute();
  return { doctor, clinic };
}

/** Versions that `schedule.changed` told of, in order. */
export async function toldVersions({ db }: Appointments, schedule: string): Promise<number[]> {
  const events = await db
    .selectFrom('outbox')
    .select('version')
    .where('aggregate_id', '=', schedule)
    .where('type', '=', 'schedule.changed')
    .orderBy('id')
    .execute();
  return events.map(({ version }) => version);
}

export const scheduleId = ({ schedule }: Practice): string => toGlobalId('Schedule', schedule);
export const clinicId = ({ clinic }: Pick<Practice, 'clinic'>): string => toGlobalId('Clinic', clinic);
export const doctorId = ({ doctor }: Pick<Practice, 'doctor'>): string => toGlobalId('Doctor', doctor);
