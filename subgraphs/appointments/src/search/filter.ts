import { codeOf, idOf, languageTag, optional, text } from '@consulta/platform/input/fields';
import { z } from 'zod';
import { day } from '../availability/zone-clock.ts';
import { dayNumber } from '../availability-rule/day-of-week.ts';
import type { DayOfWeek } from '../generated/resolvers.ts';
import type { Search } from './criteria.ts';

const usualDays = 31;
const mostDays = 62;

const timeOfDay = z
  .object({ from: z.string(), to: z.string() })
  .transform(({ from, to }) => ({ start: minuteOf(from), end: minuteOf(to) || 1_440 }));

const fields = z.object({
  doctor: optional(idOf('Doctor')),
  clinic: optional(idOf('Clinic')),
  city: optional(text(100)),
  specialization: optional(idOf('Specialization')),
  service: optional(idOf('HealthcareService')),
  modality: optional(codeOf(['in_person', 'video'])),
  language: optional(languageTag),
  from: optional(z.date()),
  to: optional(z.date()),
  timeOfDay: optional(timeOfDay),
  daysOfWeek: optional(z.array(z.string()).min(1, 'Name a day.').max(7, 'These are more days than a week has.')),
  timeZone: optional(z.string()),
});

/** `AvailabilityFilter` as the search takes it. */
export function filterSchema(now: Date): z.ZodType<Search> {
  return fields.transform(({ from, to, timeOfDay: times, daysOfWeek, timeZone, ...criteria }, context) => {
    const start = from?.getTime() ?? now.getTime();
    const end = to?.getTime() ?? start + usualDays * day;
    const refuse = (message: string) => context.addIssue({ code: 'custom', message, path: ['to'] });
    if (end <= start) refuse('The period ends before it starts.');
    else if (end - start > mostDays * day) refuse(`A period lasts at most ${mostDays} days.`);
    const weekdays = daysOfWeek?.map((name) => dayNumber(name as DayOfWeek)) ?? null;
    return { criteria, period: { start, end }, dayTimes: { timeOfDay: times, daysOfWeek: weekdays, timeZone } };
  });
}

/** Of `HH:MM`. */
function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
