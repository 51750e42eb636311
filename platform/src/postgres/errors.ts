import pg from 'pg';

/** SQLSTATE codes that carry meaning for a use case. Source: PostgreSQL's appendix A. */
export const sqlState = {
  exclusionViolation: '23P01',
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
  checkViolation: '23514',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
} as const;

/** The SQLSTATE of a failure of PostgreSQL, or undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** True where `error` is the violation of that named constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return error instanceof pg.DatabaseError && error.constraint === constraint;
}

/** PostgreSQL chose this transaction as the loser of a conflict: running it again may well succeed. */
export function isRetryable(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === sqlState.serializationFailure || state === sqlState.deadlockDetected;
}

/** No partition takes the row. PostgreSQL reports it as the violation of a check without a name. */
export function lacksPartition(error: unknown): boolean {
  return sqlStateOf(error) === sqlState.checkViolation && (error as pg.DatabaseError).constraint === undefined;
}
