import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Context } from '../context.ts';
import { type SeriesColumn, type SeriesRow, seriesColumns } from './columns.ts';

/** The columns behind what is selected of a series. */
export function seriesColumnsOf(info: ProjectionInfo, path: readonly string[] = []): readonly SeriesColumn[] {
  return selectedColumns(info, 'AppointmentSeries', seriesColumns, ['id'], path);
}

/** A mutation's series as it is after the change. */
export function readBack({ loaders }: Context, info: ProjectionInfo, id: string): Promise<SeriesRow | null> {
  return loaders.series.byId.load(id, seriesColumnsOf(info, ['appointmentSeries']));
}
