import { badUserInput } from '@consulta/platform/graphql/errors';
import type { Interval } from './intervals.ts';
import { day } from './zone-clock.ts';

const longestPeriodDays = 31;

/**
 * The period that free times are asked for.
 *
 * @throws BAD_USER_INPUT where it is reversed or too long
 */
export function slotPeriod({ from, to }: { readonly from: Date; readonly to: Date }): Interval {
  if (to <= from) throw badUserInput('The period ends before it starts.', ['to']);
  if (to.getTime() - from.getTime() > longestPeriodDays * day) {
    throw badUserInput(`A period lasts at most ${longestPeriodDays} days.`, ['to']);
  }
  return { start: from.getTime(), end: to.getTime() };
}
