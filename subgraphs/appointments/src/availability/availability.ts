import type { Caches } from '@consulta/platform/cache/cache';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { createClocks } from './clocks.ts';
import { createScheduleDays, type ScheduleDays } from './days.ts';
import { createPlans, type Plans } from './plans.ts';
import type { ZoneClock } from './zone-clock.ts';

/** What schedules offer, kept between requests and shared by all of them. */
export interface Availability {
  readonly plans: Plans;
  readonly days: ScheduleDays;
  /** Clocks that are right for as far as anybody plans. */
  readonly clockOf: (timeZone: string) => ZoneClock;
}

export function createAvailability(db: Kysely<Database>, caches: Caches, now: () => Date): Availability {
  const clockOf = createClocks(now);
  const plans = createPlans(db, caches, now);
  return { plans, days: createScheduleDays(db, caches, plans, clockOf), clockOf };
}
