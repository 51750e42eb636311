import { AsyncLocalStorage } from 'node:async_hooks';

/** One statement text and how often an operation sent it. */
export interface StatementCount {
  /** SQL with placeholders; never a value. */
  readonly sql: string;
  /** `Type.field` whose resolver or loader sent it first. */
  readonly field: string;
  count: number;
}

/** Every statement that one GraphQL operation sent to PostgreSQL. */
export interface StatementLog {
  readonly operation: string;
  readonly statements: Map<string, StatementCount>;
  total: number;
}

interface Scope {
  readonly log: StatementLog;
  readonly field: string;
}

const scopes = new AsyncLocalStorage<Scope>();
const transactionControl = /^(begin|commit|rollback|savepoint|release|start transaction|set )/i;

/** Runs `work` with a fresh log; every statement sent from within is counted in it. */
export function countStatements<T>(operation: string, work: (log: StatementLog) => T): T {
  const log: StatementLog = { operation, statements: new Map(), total: 0 };
  return scopes.run({ log, field: operation }, work, log);
}

/** Attributes the statements sent within `work` to a field, so that a warning can name it. */
export function inField<T>(field: string, work: () => T): T {
  const scope = scopes.getStore();
  return scope === undefined ? work() : scopes.run({ log: scope.log, field }, work);
}

/** Called by the pool for each statement. Transaction control is not counted: it carries no query. */
export function recordStatement(sql: string): void {
  const scope = scopes.getStore();
  if (scope === undefined || transactionControl.test(sql)) return;
  scope.log.total += 1;
  const known = scope.log.statements.get(sql);
  if (known === undefined) scope.log.statements.set(sql, { sql, field: scope.field, count: 1 });
  else known.count += 1;
}

/**
 * Statements that look like an N+1: the same text sent more than `threshold` times by one operation.
 * Batched loaders send one statement a level, so repetition means a lookup escaped its loader.
 */
export function repeatedStatements(log: StatementLog, threshold: number): StatementCount[] {
  return [...log.statements.values()].filter((statement) => statement.count > threshold);
}
