import { type Kysely, sql } from 'kysely';
import type { Allocation } from '../booking/allocation-queries.ts';
import type { Database } from '../generated/database.ts';

const allocations = sql.table('appointments.slot_allocation');

/** What of an allocation is taken already. */
interface Taken {
  readonly schedule: boolean;
  readonly patient: boolean;
}

/**
 * Which of many times are taken, in one statement and in their order: a series that cannot be is refused without trying
 * each. It only looks: what is free here is still to be won.
 */
export async function lookAtTimes(db: Kysely<Database>, wanted: readonly Allocation[]): Promise<readonly Taken[]> {
  const patients = wanted.map(({ patient }) => patient);
  const alive = sql`(expires_at is null or expires_at > now())`;
  const { rows } = await sql<Taken>`
    select
      exists (
        select from ${allocations}
        where schedule_id = wanted.schedule and lane = 0 and during && tstzrange(wanted.starts, wanted.ends) and ${alive}
      ) as schedule,
      exists (
        select from ${allocations}
        where patient_id = wanted.patient and patient_lane = 0
          and visit && tstzrange(wanted.visit_starts, wanted.visit_ends) and ${alive}
      ) as patient
    from unnest(
      ${wanted.map(({ schedule }) => schedule)}::uuid[],
      ${wanted.map(({ during }) => during.start)}::timestamptz[],
      ${wanted.map(({ during }) => during.end)}::timestamptz[],
      ${patients.map((patient) => patient?.id)}::uuid[],
      ${patients.map((patient) => patient?.visit.start)}::timestamptz[],
      ${patients.map((patient) => patient?.visit.end)}::timestamptz[]
    ) with ordinality as wanted(schedule, starts, ends, patient, visit_starts, visit_ends, position)
    order by position`.execute(db);
  return rows;
}
