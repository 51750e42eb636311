import { covers, type Interval, subtract, union } from './intervals.ts';
import type { SchedulePlan } from './plan.ts';
import type { Visit } from './visits.ts';
import { absences, openWindows } from './windows.ts';
import { type ZoneClock, zoneClocks } from './zone-clock.ts';

/** How many visits had a place in a plan and have none after its change. The grid is none of their business any more. */
export function countAffected(before: SchedulePlan, after: SchedulePlan, visits: readonly Visit[]): number {
  const times = visits.map(({ starts_at, ends_at }) => ({ start: starts_at.getTime(), end: ends_at.getTime() }));
  const clockOf = zoneClocks({
    start: Math.min(...times.map(({ start }) => start)),
    end: Math.max(...times.map(({ end }) => end)),
  });
  return visits.filter((visit) => hasPlace(before, visit, clockOf) && !hasPlace(after, visit, clockOf)).length;
}

function hasPlace(plan: SchedulePlan, visit: Visit, clockOf: (timeZone: string) => ZoneClock): boolean {
  const period: Interval = { start: visit.starts_at.getTime(), end: visit.ends_at.getTime() };
  const windows = openWindows(plan, { clinic: visit.clinic_id, modality: visit.modality, period }, clockOf);
  return covers(subtract(union(windows), union(absences(plan.exceptions, visit.clinic_id))), period);
}
