import { integer } from '@consulta/platform/input/fields';
import { longestHorizonDays } from '../availability/plan.ts';

/** The settings of a schedule, within what its table takes. */
export const slotMinutes = integer(5, 240);
export const minimumNoticeMinutes = integer(0, 43_200);
export const planningHorizonDays = integer(1, longestHorizonDays);
export const maxOverbooking = integer(0, 9);
