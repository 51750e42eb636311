import { UserError } from '@consulta/platform/user-error';
import { sql, type Transaction } from 'kysely';
import { type Allocated, allocate, patientBusy, slotTaken } from '../booking/allocate.ts';
import { allocationOf } from '../booking/visit.ts';
import type { Database } from '../generated/database.ts';
import { conflictAt, type SeriesConflict } from './conflicts.ts';
import type { PlannedOccurrence } from './plan-occurrences.ts';
import { lookAtTimes } from './taken-times.ts';

/** A visit of a series, and the appointment that it is to be. */
interface Candidate extends PlannedOccurrence {
  readonly appointment: string;
  readonly patient: string;
}

interface Taken<Each> {
  /** Empty where all of it is in vain. */
  readonly taken: readonly Each[];
  /** Those of the plan, too. */
  readonly conflicts: readonly SeriesConflict[];
  /** Appointments whose expired holds had to go; they are to be cancelled in the same transaction. */
  readonly expired: readonly string[];
}

/**
 * Takes the time of every visit, in the order in which `allocate` takes that of one. All conflicts are known afterwards,
 * not only the first: those that a look shows, and those that races decide.
 *
 * @param keep whether what was taken will be kept beside conflicts; otherwise the caller undoes all, and nothing is
 *   tried once there is a conflict
 */
export async function allocateOccurrences<Each extends Candidate>(
  transaction: Transaction<Database>,
  {
    planned,
    conflicts: unplanned,
  }: { readonly planned: readonly Each[]; readonly conflicts: readonly SeriesConflict[] },
  keep: boolean,
): Promise<Taken<Each>> {
  const looked = await look(transaction, planned);
  const conflicts = [...unplanned, ...looked.conflicts];
  if (!keep && conflicts.length > 0) return { taken: [], conflicts, expired: [] };

  const taken: Each[] = [];
  const expired: string[] = [];
  for (const candidate of looked.free.toSorted(inOrder)) {
    const one = await tryOne(transaction, candidate, keep);
    if (one instanceof UserError) {
      conflicts.push(conflictAt(candidate.occurrence, one));
    } else {
      taken.push(candidate);
      expired.push(...one.expired);
    }
  }
  return { taken: keep || conflicts.length === 0 ? taken : [], conflicts, expired };
}

async function look<Each extends Candidate>(transaction: Transaction<Database>, candidates: readonly Each[]) {
  const taken = await lookAtTimes(transaction, candidates.map(allocationFor));
  const conflicts: SeriesConflict[] = [];
  const free: Each[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const { schedule = false, patient = false } = taken[index] ?? {};
    if (schedule || patient) conflicts.push(conflictAt(candidate.occurrence, schedule ? slotTaken() : patientBusy()));
    else free.push(candidate);
  }
  return { free, conflicts };
}

/** What an attempt in vain did, such as removing expired holds, is undone where others are kept. */
async function tryOne(
  transaction: Transaction<Database>,
  candidate: Candidate,
  keep: boolean,
): Promise<Allocated | UserError> {
  if (keep) await sql`savepoint occurrence`.execute(transaction);
  try {
    const allocated = await allocate(transaction, [allocationFor(candidate)]);
    if (keep) await sql`release savepoint occurrence`.execute(transaction);
    return allocated;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (keep) await sql`rollback to savepoint occurrence`.execute(transaction);
    return error;
  }
}

function allocationFor({ planned, appointment, patient }: Candidate) {
  return allocationOf(planned, appointment, patient);
}

function inOrder({ planned: a }: Candidate, { planned: b }: Candidate): number {
  return a.schedule.id.localeCompare(b.schedule.id, 'en') || a.during.start.getTime() - b.during.start.getTime();
}

/** Undoes what an attempt did where it was in vain, and not the transaction: the outcome is kept with the request's key. */
export async function orUndo<Each>(
  transaction: Transaction<Database>,
  attempt: () => Promise<Taken<Each>>,
): Promise<Taken<Each>> {
  await sql`savepoint series`.execute(transaction);
  const result = await attempt();
  if (result.taken.length === 0) await sql`rollback to savepoint series`.execute(transaction);
  return result;
}
