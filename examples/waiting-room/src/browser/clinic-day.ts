/** A day by a clinic's clocks: from an instant up to another, exclusive. */
export interface ClinicDay {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

const dayMillis = 24 * 60 * 60 * 1000;

/** @param date as `2026-11-24` */
export function clinicDay(date: string, timeZone: string): ClinicDay {
  const instant = (day: string): string => new Date(startOfDay(day, timeZone)).toISOString();
  return { date, from: instant(date), to: instant(dayAfter(date, 1)) };
}

export function today(timeZone: string, now = Date.now()): string {
  return dateAt(now, timeZone);
}

/** The day some days later, or earlier. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMillis).toISOString().slice(0, 10);
}

/**
 * The first instant of a day. Clocks may change that night, in some countries at midnight: of the offsets around it, the
 * right one is that by which the day has begun, and the earliest where it begins twice.
 */
function startOfDay(date: string, timeZone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const offsets = [midnight - dayMillis, midnight + dayMillis].map((near) => offsetAt(near, timeZone));
  const candidates = offsets.map((offset) => midnight - offset);
  return Math.min(...candidates.filter((instant) => dateAt(instant, timeZone) === date));
}

function offsetAt(instant: number, timeZone: string): number {
  return Date.parse(`${localTime(instant, timeZone)}Z`) - instant;
}

function dateAt(instant: number, timeZone: string): string {
  return localTime(instant, timeZone).slice(0, 10);
}

/** As `2026-11-24T09:30:00`. Swedes write dates as ISO 8601 does. */
function localTime(instant: number, timeZone: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');
}
