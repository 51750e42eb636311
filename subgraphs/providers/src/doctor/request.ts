import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { parseInput } from '@consulta/platform/input/parse-input';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Context } from '../context.ts';
import type { QueryDoctorsArgs } from '../generated/resolvers.ts';
import { type DoctorColumn, doctorColumns, doctorOrderings } from './columns.ts';
import { doctorFilter } from './filter.ts';
import type { DoctorRequest } from './loaders.ts';

/** The columns that a selection of a doctor needs. */
export function doctorColumnsOf(info: ProjectionInfo, path: readonly string[] = []): readonly DoctorColumn[] {
  return selectedColumns(info, 'Doctor', doctorColumns, ['id'], path);
}

/** What a field that lists doctors asks for, whoever's doctors they are. */
export function doctorRequest(
  { filter, orderBy, ...page }: QueryDoctorsArgs,
  { cursors }: Context,
  info: ProjectionInfo,
): DoctorRequest {
  return {
    filter: parseInput(doctorFilter, filter ?? {}, ['filter']),
    page: openPage(pageRequest(page), doctorOrderings[orderBy], cursors),
    columns: doctorColumnsOf(info, ['edges', 'node']),
  };
}
