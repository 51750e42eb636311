import { text } from '@consulta/platform/input/fields';
import { z } from 'zod';

export const reason = text(500).nullish();

const longest = {
  available: { days: 31, message: 'Extra time lasts at most 31 days.' },
  unavailable: { days: 366, message: 'An absence lasts at most 366 days.' },
};

const dayMillis = 86_400_000;

/** When an exception of a kind may be. */
export const period = z
  .object({ kind: z.enum(['available', 'unavailable']), start: z.date(), end: z.date() })
  .superRefine(({ kind, start, end }, context) => {
    const { days, message } = longest[kind];
    if (end <= start)
      context.addIssue({ code: 'custom', message: 'The exception ends before it starts.', path: ['end'] });
    else if (end.getTime() - start.getTime() > days * dayMillis)
      context.addIssue({ code: 'custom', message, path: ['end'] });
  });
