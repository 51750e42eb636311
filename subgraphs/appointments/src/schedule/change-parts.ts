import type { Emit } from '@consulta/platform/unit-of-work';
import type { Transaction } from 'kysely';
import { countAffected } from '../availability/affected.ts';
import { loadSchedulePlan } from '../availability/load.ts';
import { visitsToCome } from '../availability/visits.ts';
import type { Database } from '../generated/database.ts';
import { scheduleChanged } from './events.ts';
import { changeSchedule } from './queries.ts';

/** The rule or exception that was changed, and how many appointments to come lost their place by it. */
export type PartChange = { readonly id: string; readonly affected: number };

/**
 * Changes a rule or an exception as a change of its schedule: the schedule's version grows with it, so whoever computed
 * something of the schedule knows, and changes of one schedule follow each other.
 *
 * @param work returns the id of the rule or exception
 */
export async function changeParts(
  transaction: Transaction<Database>,
  emit: Emit,
  { scheduleId, now }: { readonly scheduleId: string; readonly now: Date },
  work: () => Promise<string>,
): Promise<PartChange> {
  const schedule = await changeSchedule(transaction, scheduleId, null);
  if (schedule === undefined) throw new Error('a schedule is gone, and schedules are never deleted');
  const visits = await visitsToCome(transaction, scheduleId, now);
  const last = visits.at(-1);
  const plan = async () =>
    last === undefined ? null : loadSchedulePlan(transaction, { scheduleId, from: now, to: last.ends_at });

  const before = await plan();
  const id = await work();
  const after = await plan();
  emit(scheduleChanged(schedule));
  return { id, affected: before === null || after === null ? 0 : countAffected(before, after, visits) };
}
