import { UserError } from '@consulta/platform/user-error';
import type { Transaction } from 'kysely';
import type { Database } from '../generated/database.ts';
import { type Allocation, type Conflicts, conflictsOf, type Lanes, tryToAllocate } from './allocation-queries.ts';

/** What staff may overrule, within what the schedule permits. */
export interface Overrides {
  /** The highest lane beside others' time; 0 where overbooking was not asked for. */
  readonly overbookUpTo: number;
  /** Whether the patient may be expected in two places. */
  readonly patientConflict: boolean;
}

export const noOverrides: Overrides = { overbookUpTo: 0, patientConflict: false };

/** A rule that was in the way and was overruled; kept with the event. */
export type Override = 'overbooked' | 'patient_conflict';

export interface Allocated {
  readonly overrides: readonly Override[];
  /** Appointments whose expired holds had to go; they are to be cancelled in the same transaction. */
  readonly expired: readonly string[];
}

/** Nobody loses a free time to a rival that left as often as this. */
const mostAttempts = 30;
const highestPatientLane = 9;

/**
 * Takes all of the times or throws. In order of schedule and start, whatever order they are asked for in: two bookings
 * that take the same times in opposite orders would each wait for the other.
 *
 * @throws {UserError} SLOT_TAKEN, PATIENT_BUSY, HOLD_EXISTS or TOO_MANY_HOLDS; the transaction is to be rolled back then
 */
export async function allocate(
  transaction: Transaction<Database>,
  allocations: readonly Allocation[],
  overrides: Overrides = noOverrides,
): Promise<Allocated> {
  const inOrder = allocations.toSorted(
    (a, b) => a.schedule.localeCompare(b.schedule, 'en') || a.during.start.getTime() - b.during.start.getTime(),
  );
  const overruled = new Set<Override>();
  const expired: string[] = [];
  for (const allocation of inOrder) {
    const one = await allocateOne(transaction, allocation, overrides);
    for (const override of one.overrides) overruled.add(override);
    expired.push(...one.expired);
  }
  return { overrides: [...overruled], expired };
}

/** Tries the lowest lanes first: the constraint says which are free, a look beforehand could not. */
async function allocateOne(
  transaction: Transaction<Database>,
  allocation: Allocation,
  overrides: Overrides,
): Promise<Allocated> {
  const expired: string[] = [];
  let lanes: Lanes = { schedule: 0, patient: 0 };
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const tried = await tryToAllocate(transaction, allocation, lanes);
    expired.push(...tried.expired);
    if (tried.placed) return { overrides: overruledBy(lanes), expired };
    lanes = nextLanes(lanes, await conflictsOf(transaction, allocation, lanes), overrides);
  }
  throw slotTaken();
}

/** The same lanes where the rival has left by now. */
function nextLanes(lanes: Lanes, conflicts: Conflicts, { overbookUpTo, patientConflict }: Overrides): Lanes {
  if (conflicts.hold) throw holdExists();
  if (conflicts.schedule && lanes.schedule >= overbookUpTo) throw slotTaken();
  if (conflicts.patient && !(patientConflict && lanes.patient < highestPatientLane)) throw patientBusy();
  if (conflicts.places) throw tooManyHolds();
  return {
    schedule: conflicts.schedule ? lanes.schedule + 1 : lanes.schedule,
    patient: conflicts.patient ? lanes.patient + 1 : lanes.patient,
  };
}

function overruledBy({ schedule, patient }: Lanes): readonly Override[] {
  return [...(schedule > 0 ? ['overbooked' as const] : []), ...(patient > 0 ? ['patient_conflict' as const] : [])];
}

export function slotTaken(): UserError {
  return new UserError('SLOT_TAKEN', 'This time was taken by another appointment.', ['start']);
}

export function patientBusy(): UserError {
  return new UserError('PATIENT_BUSY', 'The patient has another appointment at this time.', ['start']);
}

function holdExists(): UserError {
  return new UserError('HOLD_EXISTS', 'The patient holds a time of this doctor already: book or release it first.', [
    'doctor',
  ]);
}

function tooManyHolds(): UserError {
  return new UserError('TOO_MANY_HOLDS', 'You hold as many times as you may: book or release one first.');
}
