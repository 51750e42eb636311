import { UserError } from '@consulta/platform/user-error';
import { sql, type Transaction } from 'kysely';
import { allocate } from '../booking/allocate.ts';
import { allocationOf } from '../booking/visit.ts';
import type { Database } from '../generated/database.ts';
import { conflictAt, type SeriesConflict } from './conflicts.ts';
import type { PlannedOccurrence } from './plan-occurrences.ts';

/** A visit of a series, and the appointment that it is to be. */
export interface Candidate extends PlannedOccurrence {
  readonly appointment: string;
  readonly patient: string;
}

interface Taken<Each> {
  readonly taken: readonly Each[];
  readonly conflicts: readonly SeriesConflict[];
  /** Appointments whose expired holds had to go; they are to be cancelled in the same transaction. */
  readonly expired: readonly string[];
}

/**
 * Tries to take the time of every visit, in the order in which `allocate` takes that of one: all conflicts are known
 * afterwards, not only the first.
 *
 * @param keep whether what was taken will be kept beside conflicts. What an attempt in vain did, such as removing
 *   expired holds, is undone then; otherwise the caller undoes all
 */
export async function allocateOccurrences<Each extends Candidate>(
  transaction: Transaction<Database>,
  candidates: readonly Each[],
  keep: boolean,
): Promise<Taken<Each>> {
  const taken: Each[] = [];
  const conflicts: SeriesConflict[] = [];
  const expired: string[] = [];
  for (const candidate of candidates.toSorted(inOrder)) {
    const { occurrence, planned, appointment, patient } = candidate;
    if (keep) await sql`savepoint occurrence`.execute(transaction);
    try {
      const one = await allocate(transaction, [allocationOf(planned, appointment, patient)]);
      if (keep) await sql`release savepoint occurrence`.execute(transaction);
      expired.push(...one.expired);
      taken.push(candidate);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (keep) await sql`rollback to savepoint occurrence`.execute(transaction);
      conflicts.push(conflictAt(occurrence, error));
    }
  }
  return { taken, conflicts, expired };
}

function inOrder({ planned: a }: Candidate, { planned: b }: Candidate): number {
  return a.schedule.id.localeCompare(b.schedule.id, 'en') || a.during.start.getTime() - b.during.start.getTime();
}

/** Runs what may turn out to be in vain; its traces go where it answers null. */
export async function orUndo<Result>(
  transaction: Transaction<Database>,
  attempt: () => Promise<Result | null>,
): Promise<Result | null> {
  await sql`savepoint series`.execute(transaction);
  const result = await attempt();
  if (result === null) await sql`rollback to savepoint series`.execute(transaction);
  return result;
}
