import type { Cache, Caches } from '@consulta/platform/cache/cache';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { takenTimes } from './allocations.ts';
import { dateText, dayPeriod } from './local-day.ts';
import type { Plans } from './plans.ts';
import { reachOf, type ScheduleDay, scheduleDay } from './schedule-day.ts';
import { planTag, slotsTag } from './tags.ts';
import type { ZoneClock } from './zone-clock.ts';

/** A day of a doctor's schedule, told by the schedule's calendar; see `local-day.ts`. */
export interface DayOf {
  readonly doctor: string;
  readonly date: number;
}

/** What schedules offer day by day: the one computation that searches, doctors' slots and next times share. */
export interface ScheduleDays {
  /** Days of those who take no appointments are left out. */
  getMany(days: readonly DayOf[]): Promise<(day: DayOf) => ScheduleDay | null>;
}

const keyOf = ({ doctor, date }: DayOf): string => `${doctor}:${date}`;

function dayOf(key: string): DayOf {
  const [doctor = '', date = ''] = key.split(':');
  return { doctor, date: Number(date) };
}

/** @param clockOf clocks that are right for as far as anybody plans */
export function createScheduleDays(
  db: Kysely<Database>,
  caches: Caches,
  plans: Plans,
  clockOf: (timeZone: string) => ZoneClock,
): ScheduleDays {
  /** Two statements at most, however many days of however many doctors. */
  const compute = async (keys: readonly string[]): Promise<ReadonlyMap<string, ScheduleDay>> => {
    const days = keys.map(dayOf);
    const known = await plans.getMany(days.map(({ doctor }) => doctor));
    const planned = days.flatMap((day) => {
      const plan = known.get(day.doctor) ?? null;
      if (plan === null) return [];
      const reach = reachOf(dayPeriod(clockOf(plan.schedule.time_zone), day.date));
      return [{ day, plan, reach }];
    });
    const taken = await takenTimes(
      db,
      planned.map(({ plan, reach }) => ({ schedule: plan.schedule.id, ...reach })),
    );
    return new Map(
      planned.map(({ day, plan }) => [
        keyOf(day),
        scheduleDay(plan, day.date, taken.get(plan.schedule.id) ?? [], clockOf),
      ]),
    );
  };

  const cache: Cache<ScheduleDay> = caches.define({
    name: 'slots',
    version: 2,
    ttlSeconds: 300,
    staleSeconds: 30,
    tagsOf: (key) => {
      const { doctor, date } = dayOf(key);
      return [slotsTag(doctor, dateText(date)), planTag(doctor)];
    },
    warm: { top: 200, fill: compute },
  });

  return {
    async getMany(days) {
      const found = await cache.getMany(days.map(keyOf), compute);
      return (day) => found.get(keyOf(day)) ?? null;
    },
  };
}
