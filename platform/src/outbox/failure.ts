import pg from 'pg';

/** After so many failures an event is set aside: about 10 minutes after the first. */
const mostAttempts = 10;
const firstDelaySeconds = 1;
const longestDelaySeconds = 3600;

/** What becomes of an event that its consumer failed to take. */
export type Verdict =
  | { readonly state: 'pending'; readonly delaySeconds: number }
  | { readonly state: 'dead'; readonly delaySeconds: 0 };

/**
 * @param attempts how often it failed, this time included
 * @param random in [0, 1): spreads retries, so that what failed together does not come back together
 */
export function verdictAfter(attempts: number, random: number): Verdict {
  if (attempts >= mostAttempts) return { state: 'dead', delaySeconds: 0 };
  const delaySeconds = Math.min(firstDelaySeconds * 2 ** (attempts - 1), longestDelaySeconds);
  return { state: 'pending', delaySeconds: delaySeconds * (0.75 + random / 2) };
}

/** Class and code of an error. Never its message, which may quote data: `DatabaseError 23505 patient_pkey`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause = error.cause === undefined ? [] : ['from', reasonOf(error.cause)];
  if (error instanceof pg.DatabaseError)
    return ['DatabaseError', error.code, error.constraint].filter(Boolean).join(' ');
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [error.name, ...code, ...cause].join(' ');
}
