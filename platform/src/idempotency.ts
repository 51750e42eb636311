import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DomainEvent, Json } from './outbox/event.ts';
import type { UnitOfWork, Work } from './unit-of-work.ts';
import { UserError } from './user-error.ts';

/** A request that its sender may repeat. */
export interface IdempotentRequest {
  /** Whose keys these are, such as `account:<uuid>`: two principals may choose the same key. */
  readonly principal: string;
  /** Chosen by the client, 1 to 255 characters; null where it sent none, and then every request executes. */
  readonly key: string | null;
  /** Operation and input. Compared by hash, never stored. */
  readonly request: unknown;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

type Outcome<Result> = { readonly done: Result } | { readonly refused: Refusal };

/**
 * Executes a request once per (principal, key): a repetition gets the first outcome, be it a result or a refusal.
 *
 * The key is claimed by inserting its row, in the transaction of the change. Racing requests wait on the unique
 * index until that transaction ends, then read its outcome; if it rolled back or its process died, the next one
 * executes. There is no "in progress" state that a crash could leave behind.
 *
 * @param work returns ids and codes only: its result is stored
 * @throws {UserError} `IDEMPOTENCY_KEY_REUSED` where the key came with another request before; else the refusal of
 *   `work`, also the first time's
 */
export async function idempotent<Database, Result extends Json>(
  unitOfWork: UnitOfWork<Database>,
  { principal, key, request }: IdempotentRequest,
  work: Work<Database, Result>,
): Promise<Result> {
  if (key === null) return unitOfWork.run(work);
  const table = sql.id(unitOfWork.schema, 'idempotency');
  const hash = createHash('sha256').update(canonicalJson(request)).digest();

  const outcome = await unitOfWork.run(async (transaction, emit): Promise<Outcome<Result>> => {
    const claim = await sql`
      insert into ${table} (principal, key, request_hash) values (${principal}, ${key}, ${hash})
      on conflict (principal, key) do nothing`.execute(transaction);
    if (claim.numAffectedRows !== 1n) {
      const first = await sql<{ request_hash: Buffer; outcome: Outcome<Result> }>`
        select request_hash, outcome from ${table} where principal = ${principal} and key = ${key}`.execute(
        transaction,
      );
      return firstOutcome(first.rows[0], hash);
    }
    const outcome = await execute(transaction, emit, work);
    await sql`
      update ${table} set outcome = ${JSON.stringify(outcome)}
      where principal = ${principal} and key = ${key}`.execute(transaction);
    return outcome;
  });

  if ('done' in outcome) return outcome.done;
  const { code, message, field } = outcome.refused;
  throw new UserError(code, message, field);
}

/** A refusal undoes the work and its events but not the claim, so that its outcome can be kept with the key. */
async function execute<Database, Result extends Json>(
  transaction: Transaction<Database>,
  emit: (event: DomainEvent) => void,
  work: Work<Database, Result>,
): Promise<Outcome<Result>> {
  const events: DomainEvent[] = [];
  await sql`savepoint work`.execute(transaction);
  try {
    const done = await work(transaction, (event) => events.push(event));
    events.forEach(emit);
    return { done };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await sql`rollback to savepoint work`.execute(transaction);
    return { refused: { code: error.code, message: error.message, field: error.field } };
  }
}

function firstOutcome<Result>(
  first: { request_hash: Buffer; outcome: Outcome<Result> } | undefined,
  hash: Buffer,
): Outcome<Result> {
  if (first === undefined) throw new Error('an idempotency record was pruned while its key was in use');
  if (first.request_hash.equals(hash)) return first.outcome;
  const message = 'This idempotency key was used before, with another request.';
  return { refused: { code: 'IDEMPOTENCY_KEY_REUSED', message, field: ['idempotencyKey'] } };
}

/** JSON whose text does not depend on the order in which a client wrote an object's keys. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const rowsPerStatement = 1_000;

/**
 * Forgets the outcomes of keys older than `olderThanDays`, in bounded statements: a repetition after that executes.
 *
 * @returns how many were forgotten
 */
export async function pruneIdempotency<Database>(
  db: Kysely<Database>,
  schema: string,
  olderThanDays: number,
): Promise<number> {
  const table = sql.id(schema, 'idempotency');
  for (let pruned = 0; ; ) {
    const { numAffectedRows = 0n } = await sql`
      delete from ${table} where (principal, key) in (
        select principal, key from ${table}
        where created_at < now() - make_interval(days => ${olderThanDays})
        order by created_at limit ${rowsPerStatement} for update skip locked
      )`.execute(db);
    pruned += Number(numAffectedRows);
    if (numAffectedRows < rowsPerStatement) return pruned;
  }
}
