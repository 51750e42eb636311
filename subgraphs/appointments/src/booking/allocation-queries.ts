import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import { type Period, range } from './period.ts';

/** Time that one appointment takes of one schedule and, where it carries the visit, of the patient. */
export interface Allocation {
  readonly appointment: string;
  readonly schedule: string;
  /** The visit and its buffers. */
  readonly during: Period;
  /** Null for further schedules of the same visit: the patient is taken once. */
  readonly patient: { readonly id: string; readonly visit: Period } | null;
  /** When a hold gives the time back; null for a booking. */
  readonly expiresAt: Date | null;
  /** Whose holds are counted; for a hold that counts against nobody, and for a booking, there is none. */
  readonly holder?: Holder;
}

/** An account, and how many holds it may have at a time. */
export interface Holder {
  readonly account: string;
  readonly most: number;
}

/** What stands in the way of an allocation. */
export interface Conflicts {
  readonly schedule: boolean;
  readonly patient: boolean;
  /** The patient holds another time of the schedule. */
  readonly hold: boolean;
  /** The holder has as many holds as they may. */
  readonly places: boolean;
}

/** What stands side by side at the same time: lane 0 is normal, every further one an override. */
export interface Lanes {
  readonly schedule: number;
  readonly patient: number;
}

const allocations = sql.table('appointments.slot_allocation');

/**
 * Takes the time if it is free. One statement, which first removes what lies there without a right to it: expired
 * holds (`now()` cannot stand in a constraint) and the appointment's own earlier time. A hold also takes the lowest
 * place that its holder has left.
 *
 * The constraints decide a race. `on conflict do nothing` waits for a rival that is still open and then
 * inserts or does not; a plain insert would write its row first and look afterwards, so that two rivals wait for each
 * other until PostgreSQL ends one of them as a deadlock.
 *
 * The count of what was removed is always 0 or more; to know it PostgreSQL has to remove before it inserts.
 *
 * @returns whether the time is taken now, and the appointments whose expired holds are gone
 */
export async function tryToAllocate(
  db: Kysely<Database>,
  { appointment, schedule, during, patient, expiresAt, holder }: Allocation,
  lanes: Lanes,
): Promise<{ readonly placed: boolean; readonly expired: readonly string[] }> {
  const visit = patient === null ? sql`null::tstzrange` : range(patient.visit);
  const { rows } = await sql<{ placed: boolean; expired: string[] }>`
    with removed as (
      delete from ${allocations}
      where appointment_id = ${appointment} and schedule_id = ${schedule}
        or schedule_id = ${schedule} and during && ${range(during)} and expires_at <= now()
        or patient_id = ${patient?.id} and visit && ${visit} and expires_at <= now()
        ${expiresAt === null ? sql`` : sql`or patient_id = ${patient?.id} and schedule_id = ${schedule} and expires_at <= now()`}
        ${holder === undefined ? sql`` : sql`or held_by = ${holder.account} and expires_at <= now()`}
      returning appointment_id
    ), placed as (
      insert into ${allocations}
        (appointment_id, schedule_id, lane, during, patient_id, patient_lane, visit, status, expires_at, held_by,
         hold_place)
      select
        ${appointment}::uuid, ${schedule}::uuid, ${lanes.schedule}::smallint, ${range(during)},
        ${patient?.id}::uuid, ${lanes.patient}::smallint, ${visit},
        ${expiresAt === null ? 'busy' : 'busy_tentative'}, ${expiresAt}::timestamptz,
        ${holder?.account}::uuid, free.place
      from (${holder === undefined ? sql`select null::smallint` : placesLeft(holder)} limit 1) as free(place)
      where (select count(*) from removed) >= 0
      on conflict do nothing
      returning appointment_id
    )
    select
      exists (select from placed) as placed,
      array(select appointment_id from removed where appointment_id <> ${appointment}) as expired`.execute(db);
  return rows[0] ?? { placed: false, expired: [] };
}

/** The numbers that an account's live holds leave free, the lowest first. */
function placesLeft({ account, most }: Holder): RawBuilder<unknown> {
  return sql`
    select place::smallint from generate_series(1, ${most}::int) place
    where not exists (
      select from ${allocations} where held_by = ${account} and hold_place = place and expires_at > now()
    )
    order by place`;
}

/** Which constraints stand in the way of an allocation; none where the rival has left by now. */
export async function conflictsOf(
  db: Kysely<Database>,
  { schedule, during, patient, expiresAt, holder }: Allocation,
  lanes: Lanes,
): Promise<Conflicts> {
  const visit = patient === null ? sql`null::tstzrange` : range(patient.visit);
  const { rows } = await sql<Conflicts>`
    select
      exists (
        select from ${allocations}
        where schedule_id = ${schedule} and lane = ${lanes.schedule} and during && ${range(during)}
      ) as schedule,
      exists (
        select from ${allocations}
        where patient_id = ${patient?.id} and patient_lane = ${lanes.patient} and visit && ${visit}
      ) as patient,
      ${expiresAt !== null} and exists (
        select from ${allocations}
        where patient_id = ${patient?.id} and schedule_id = ${schedule} and expires_at > now()
      ) as hold,
      ${holder === undefined ? sql`false` : sql`not exists (${placesLeft(holder)})`} as places`.execute(db);
  return rows[0] ?? { schedule: false, patient: false, hold: false, places: false };
}

/** Gives back all time of an appointment. */
export async function releaseTime(db: Kysely<Database>, appointment: string): Promise<void> {
  await db.deleteFrom('slot_allocation').where('appointment_id', '=', appointment).execute();
}
