import type { Interval } from './intervals.ts';
import { dateText, daysWithin } from './local-day.ts';
import { longestBuffer, longestReach } from './schedule-day.ts';
import { zoneClocks } from './zone-clock.ts';

/** Carried by all that was made of a doctor's rules and exceptions; a change of these voids it. */
export function planTag(doctor: string): string {
  return `plan:${doctor}`;
}

/** Carried by what a doctor's schedule offers on one day of its calendar; whatever takes or frees time there voids it. */
export function slotsTag(doctor: string, date: string): string {
  return `slots:${doctor}:${date}`;
}

/** Carried by lists of who may have time for whom; a change of any schedule or of the directory voids it. */
export const rosterTag = 'roster';

/**
 * What is void when a visit takes or frees a doctor's time: the days on which others start that could meet it. For one in
 * the morning that is the day before too, as the longest visit reaches far beyond its start.
 *
 * @param timeZone of the schedule's calendar
 */
export function slotsTags(doctor: string, visit: Interval, timeZone: string): string[] {
  const starts = startsAround(visit);
  return daysWithin(zoneClocks(starts)(timeZone), starts).map((date) => slotsTag(doctor, dateText(date)));
}

/** When visits start that could meet this one: what is taken is a visit with its buffers. */
export function startsAround(visit: Interval): Interval {
  return {
    start: visit.start - longestBuffer - longestReach.after,
    end: visit.end + longestBuffer + longestReach.before,
  };
}

/** The doctors whose plan or offer these tags are about. */
export function doctorsOf(tags: readonly string[]): string[] {
  const doctors = tags.flatMap((tag) => {
    const [kind, doctor] = tag.split(':');
    return doctor !== undefined && (kind === 'plan' || kind === 'slots') ? [doctor] : [];
  });
  return [...new Set(doctors)];
}
