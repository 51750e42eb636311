import { badUserInput } from '@consulta/platform/graphql/errors';
import { codeOf } from '@consulta/platform/input/fields';
import { z } from 'zod';
import type { RuleTimes } from './queries.ts';

export const dayOfWeek = z.enum(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']);

/** The ways visits take place, each once. */
export const modalities = z
  .array(codeOf(['in_person', 'video']))
  .min(1, 'Visits take place in at least one way.')
  .transform((codes) => [...new Set(codes)].sort());

/**
 * Refuses times that are empty or reversed.
 *
 * @throws BAD_USER_INPUT
 */
export function inOrder(times: RuleTimes): RuleTimes {
  if (times.ends.slice(0, 5) <= times.starts.slice(0, 5)) {
    throw badUserInput('The time ends before it starts.', ['input', 'endTime']);
  }
  if (times.valid_to !== null && times.valid_to < times.valid_from) {
    throw badUserInput('The last day lies before the first.', ['input', 'validTo']);
  }
  return times;
}

/** A rule lies within a day, so one that ends at 00:00 ends with the day: 24:00 in the table, which scalars do not know. */
export function endOfDay(endTime: string): string {
  return endTime === '00:00' ? '24:00' : endTime;
}

/** The other way round: the wall-clock time of a table's `24:00:00`. */
export function clockTime(ends: string): string {
  return ends.startsWith('24:') ? '00:00' : ends;
}
