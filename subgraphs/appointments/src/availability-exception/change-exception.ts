import type { Emit } from '@consulta/platform/unit-of-work';
import { sql, type Transaction } from 'kysely';
import type { Context } from '../context.ts';
import type { Database } from '../generated/database.ts';
import { changeParts, type PartChange } from '../schedule/change-parts.ts';
import { mayPlanAt, visibleParts } from '../schedule/policy.ts';
import { notFound, versionConflict } from '../schedule/refusals.ts';
import type { ExceptionRow } from './columns.ts';
import { exceptionsByIds } from './queries.ts';

/** What a change of an exception starts from. */
export type CurrentException = Pick<ExceptionRow, 'kind' | 'starts_at' | 'ends_at' | 'reason' | 'version'>;

/**
 * Changes or removes an exception that the viewer may plan with. Looked up in the transaction: repeating an idempotent
 * removal must not stumble over the exception being gone.
 *
 * @param version the one to be at; null for any
 * @throws {UserError} NOT_FOUND or VERSION_CONFLICT
 */
export async function changeException(
  { viewer, now }: Context,
  transaction: Transaction<Database>,
  emit: Emit,
  { id, version }: { readonly id: string; readonly version: number | null },
  work: (current: CurrentException) => Promise<void>,
): Promise<PartChange> {
  const visible = visibleParts(viewer, 'availability_exception');
  const [exception] = await exceptionsByIds(transaction, [id], visible, ['clinic_id', 'schedule_id']);
  if (exception === undefined) throw notFound('exception', 'availabilityException');
  mayPlanAt(viewer, exception.clinic_id);
  return changeParts(transaction, emit, { scheduleId: exception.schedule_id, now }, async () => {
    const columns = ['ends_at', 'kind', 'reason', 'starts_at', 'version'] as const;
    const [current] = await exceptionsByIds(transaction, [id], sql<boolean>`true`, columns);
    if (current === undefined) throw notFound('exception', 'availabilityException');
    if (version !== null && current.version !== version) throw versionConflict('exception');
    await work(current);
    return id;
  });
}
