import { type Kysely, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { Interval } from './intervals.ts';
import type { TakenTime } from './schedule-day.ts';

/** Some time of a schedule. */
export interface TimeOf extends Interval {
  readonly schedule: string;
}

/**
 * The live time of schedules within periods, in one statement, by schedule. Overbookings too: a time that the doctor
 * spends with somebody is not offered, whichever lane it took. Holds that have run out may be among it: `until` tells.
 */
export async function takenTimes(
  db: Kysely<Database>,
  times: readonly TimeOf[],
): Promise<ReadonlyMap<string, readonly TakenTime[]>> {
  if (times.length === 0) return new Map();
  const spans = [...Map.groupBy(times, ({ schedule }) => schedule)].map(([schedule, parts]) => ({
    schedule,
    start: new Date(Math.min(...parts.map(({ start }) => start))),
    end: new Date(Math.max(...parts.map(({ end }) => end))),
  }));
  const { rows } = await sql<{ schedule: string; start: number; end: number; until: number | null }>`
    select
      allocation.schedule_id as schedule,
      ${epochMillis(sql`lower(allocation.during)`)} as start,
      ${epochMillis(sql`upper(allocation.during)`)} as end,
      ${epochMillis(sql`allocation.expires_at`)} as until
    from unnest(
      ${spans.map(({ schedule }) => schedule)}::uuid[],
      ${spans.map(({ start }) => start)}::timestamptz[],
      ${spans.map(({ end }) => end)}::timestamptz[]
    ) as span(schedule_id, starts_at, ends_at)
    join ${sql.table('appointments.slot_allocation')} allocation
      on allocation.schedule_id = span.schedule_id
      and allocation.during && tstzrange(span.starts_at, span.ends_at)`.execute(db);
  const bySchedule = Map.groupBy(rows, ({ schedule }) => schedule);
  return new Map(
    [...bySchedule].map(([schedule, taken]) => [
      schedule,
      taken.map(({ start, end, until }) => ({ start, end, until })),
    ]),
  );
}

function epochMillis(instant: ReturnType<typeof sql>) {
  return sql`(extract(epoch from ${instant}) * 1000)::bigint`;
}
