import { codeOf } from '@consulta/platform/input/fields';
import { z } from 'zod';

export const dayOfWeek = z.enum(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']);

/** The ways visits take place, each once. */
export const modalities = z
  .array(codeOf(['in_person', 'video']))
  .min(1, 'Visits take place in at least one way.')
  .transform((codes) => [...new Set(codes)].sort());

interface Times {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Refuses ranges that are empty or reversed. */
export function inOrder({ startsAt, endsAt, validFrom, validTo }: Times, context: z.RefinementCtx<unknown>): void {
  if (endOfDay(endsAt) <= startsAt) {
    context.addIssue({ code: 'custom', message: 'The time ends before it starts.', path: ['endsAt'] });
  }
  if (validTo !== null && validTo < validFrom) {
    context.addIssue({ code: 'custom', message: 'The last day lies before the first.', path: ['validTo'] });
  }
}

/** A rule lies within a day, so one that ends at 00:00 ends with the day: 24:00 in the table, which scalars do not know. */
export function endOfDay(endsAt: string): string {
  return endsAt === '00:00' ? '24:00' : endsAt;
}

/** The other way round: the wall-clock time of a table's `24:00:00`. */
export function clockTime(ends: string): string {
  return ends.startsWith('24:') ? '00:00' : ends;
}
