import { parents } from '@consulta/platform/postgres/expressions';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { Interval } from './intervals.ts';

/**
 * The live time of schedules within a period, in one statement, by schedule. Overbookings too: a time that the doctor
 * spends with somebody is not offered, whichever lane it took.
 */
export async function takenTimes(
  db: Kysely<Database>,
  { scheduleIds, from, to, now }: { scheduleIds: readonly string[]; from: Date; to: Date; now: Date },
): Promise<ReadonlyMap<string, readonly Interval[]>> {
  const rows = await db
    .selectFrom(parents(scheduleIds))
    .innerJoin('slot_allocation', 'slot_allocation.schedule_id', 'parent.id')
    .select([
      'slot_allocation.schedule_id',
      sql<Date>`lower(slot_allocation.during)`.as('starts_at'),
      sql<Date>`upper(slot_allocation.during)`.as('ends_at'),
    ])
    .where(sql<boolean>`slot_allocation.during && tstzrange(${from}, ${to})`)
    .where(sql<boolean>`(slot_allocation.expires_at is null or slot_allocation.expires_at > ${now})`)
    .execute();
  const taken = new Map<string, Interval[]>();
  for (const { schedule_id, starts_at, ends_at } of rows) {
    const interval = { start: starts_at.getTime(), end: ends_at.getTime() };
    const known = taken.get(schedule_id);
    if (known === undefined) taken.set(schedule_id, [interval]);
    else known.push(interval);
  }
  return taken;
}
