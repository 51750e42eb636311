import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Transaction } from 'kysely';
import { lockAppointment } from '../appointment/change-queries.ts';
import { visibleTo } from '../appointment/policy.ts';
import type { Database } from '../generated/database.ts';
import { noSuchAppointment } from '../transition/refusals.ts';
import { lockOccurrences, lockSeriesOf, type NumberedAppointment } from './change-queries.ts';
import { visibleSeries } from './policy.ts';
import type { LocalStart } from './recurrence.ts';
import { notInSeries, seriesVersionConflict } from './refusals.ts';

export const scopes = ['this', 'this_and_following', 'all'] as const;

/** Which appointments of a series somebody means. */
interface WantedScope {
  /** The named one's uuid. */
  readonly appointment: string;
  readonly scope: (typeof scopes)[number];
  /** The version of the series; null where the client does not care what it is now. */
  readonly expectedVersion: number | null;
}

interface LockedScope {
  readonly series: LocalStart & { readonly id: string; readonly time_zone: string };
  readonly named: NumberedAppointment;
  /** Those of the scope that the viewer may see, the named one too, in whatever state they are. */
  readonly appointments: readonly NumberedAppointment[];
}

/**
 * Locks a series, then its appointments of a scope: two changes of many follow each other, and one of a single
 * appointment comes before or after. By number, not by start: what was moved alone stays in its place of the series.
 *
 * @throws {UserError} NOT_FOUND, NOT_IN_SERIES or VERSION_CONFLICT
 */
export async function lockScope(
  transaction: Transaction<Database>,
  viewer: Viewer,
  { appointment, scope, expectedVersion }: WantedScope,
): Promise<LockedScope> {
  const visible = visibleTo(viewer);
  const series = await lockSeriesOf(transaction, appointment, visibleSeries(viewer));
  if (series === undefined) {
    const lone = await lockAppointment(transaction, appointment, visible);
    throw lone === undefined ? noSuchAppointment() : notInSeries();
  }
  const numbers = {
    from: scope === 'all' ? 1 : series.number,
    to: scope === 'this' ? series.number : 52,
  };
  const appointments = await lockOccurrences(transaction, series.id, numbers, visible);
  const named = appointments.find(({ id }) => id === appointment);
  if (named === undefined) throw noSuchAppointment();
  if (expectedVersion !== null && expectedVersion !== series.version) throw seriesVersionConflict();
  return { series, named, appointments };
}
