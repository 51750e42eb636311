import { covers, type Interval, overlaps, union } from './intervals.ts';
import { type Offer, offeredModalities } from './offer.ts';
import type { PlanSchedule, SchedulePlan } from './plan.ts';
import { absences, openWindows } from './windows.ts';
import { day, minute, zoneClocks } from './zone-clock.ts';

const messages = {
  SERVICE_NOT_OFFERED: 'The doctor does not give this service there, or not in this way.',
  TOO_SOON: 'The doctor needs more notice than that.',
  BEYOND_HORIZON: 'The doctor does not take appointments that far ahead yet.',
  OUTSIDE_AVAILABILITY: 'The doctor does not see patients there at that time.',
  IN_EXCEPTION: 'The doctor is away at that time.',
  OFF_GRID: 'Appointments do not start at that minute.',
} as const;

export type BookingRefusalCode = keyof typeof messages;

/** Why a visit may not start when it was asked for. */
export interface BookingRefusal {
  readonly code: BookingRefusalCode;
  readonly message: string;
}

/** A visit that somebody wants to book. The plan must hold what concerns the time of the visit. */
export interface VisitRequest extends SchedulePlan, Offer {
  readonly modality: string;
  readonly start: Date;
  readonly now: Date;
}

/**
 * Why a visit cannot be booked, but for those already booked: they are the allocations' matter. Where several reasons
 * hold, the one is said that leaves the client the fewest ways out: what no time mends comes before what another day
 * mends, and last what a few minutes mend.
 */
export function whyNotBookable(request: VisitRequest): BookingRefusal | null {
  const code = refusalOf(request);
  return code === null ? null : { code, message: messages[code] };
}

function refusalOf(request: VisitRequest): BookingRefusalCode | null {
  const { schedule, service, clinic, modality, now } = request;
  const start = request.start.getTime();
  if (!offeredModalities(request).includes(modality)) return 'SERVICE_NOT_OFFERED';

  const { start: earliest, end: latest } = bookingPeriod(schedule, now);
  if (start < earliest) return 'TOO_SOON';
  if (start >= latest) return 'BEYOND_HORIZON';

  const visit: Interval = { start, end: start + service.duration_minutes * minute };
  const windows = openWindows(request, { clinic: clinic.id, modality, period: visit }, zoneClocks(visit));
  if (!covers(union(windows), visit)) return 'OUTSIDE_AVAILABILITY';
  if (absences(request.exceptions, clinic.id).some((absence) => overlaps(absence, visit))) return 'IN_EXCEPTION';
  return windows.some(({ starts }) => starts.includes(start)) ? null : 'OFF_GRID';
}

/** When visits may start: after the notice that the doctor needs, and not beyond what is planned yet. */
export function bookingPeriod(
  schedule: Pick<PlanSchedule, 'minimum_notice_minutes' | 'planning_horizon_days'>,
  now: Date,
): Interval {
  return {
    start: now.getTime() + schedule.minimum_notice_minutes * minute,
    end: now.getTime() + schedule.planning_horizon_days * day,
  };
}
