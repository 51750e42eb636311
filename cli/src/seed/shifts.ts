import type { Shift } from './calendar.ts';

function shifts(days: readonly number[], starts: string, ends: string): Shift[] {
  return days.map((dayOfWeek) => ({ dayOfWeek, starts, ends }));
}

const weekdays = [1, 2, 3, 4, 5];

/** Weeks as doctors work them, in local time. The first is the demo doctor's: a full one. */
export const workingWeeks: readonly (readonly Shift[])[] = [
  [...shifts(weekdays, '09:00', '13:00'), ...shifts(weekdays, '14:00', '18:00')],
  [...shifts(weekdays, '08:00', '12:00'), ...shifts([1, 2, 4], '13:00', '16:30')],
  [...shifts([1, 2, 3, 4], '10:00', '14:00'), ...shifts([1, 2, 3, 4], '15:00', '19:00')],
  [...shifts([2, 3, 4, 5], '08:30', '14:30'), ...shifts([6], '09:00', '12:00')],
  [...shifts([1, 3, 5], '08:00', '13:00'), ...shifts([1, 3, 5], '14:00', '17:00'), ...shifts([2, 4], '09:00', '12:30')],
];
