import type { Cache, Caches } from '@consulta/platform/cache/cache';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { loadSchedulePlans } from './load.ts';
import { longestHorizonDays, type SchedulePlan } from './plan.ts';
import { planTag } from './tags.ts';
import { day } from './zone-clock.ts';

/** How doctors plan their time, as far as anybody can still book in it. */
export interface Plans {
  /** By doctor; null for those who take no appointments. */
  getMany(doctors: readonly string[]): Promise<ReadonlyMap<string, SchedulePlan | null>>;
}

export function createPlans(db: Kysely<Database>, caches: Caches, now: () => Date): Plans {
  const load = (doctorIds: readonly string[]): Promise<ReadonlyMap<string, SchedulePlan>> => {
    const today = now().getTime();
    const to = new Date(today + (longestHorizonDays + 2) * day);
    return loadSchedulePlans(db, { doctorIds, from: new Date(today - 2 * day), to });
  };
  const cache: Cache<SchedulePlan> = caches.define({
    name: 'plan',
    version: 1,
    ttlSeconds: 900,
    staleSeconds: 60,
    tagsOf: (doctor) => [planTag(doctor)],
  });
  return { getMany: (doctors) => cache.getMany(doctors, load) };
}
