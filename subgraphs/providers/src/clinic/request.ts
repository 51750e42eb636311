import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { parseInput } from '@consulta/platform/input/parse-input';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Context } from '../context.ts';
import type { QueryClinicsArgs } from '../generated/resolvers.ts';
import { type ClinicColumn, clinicColumns, clinicOrderings } from './columns.ts';
import { clinicFilter } from './filter.ts';
import type { ClinicRequest } from './loaders.ts';

/** The columns that a selection of a clinic needs. */
export function clinicColumnsOf(info: ProjectionInfo, path: readonly string[] = []): readonly ClinicColumn[] {
  return selectedColumns(info, 'Clinic', clinicColumns, ['id'], path);
}

/** What a field that lists clinics asks for, whoever's clinics they are. */
export function clinicRequest(
  { filter, orderBy, ...page }: QueryClinicsArgs,
  { cursors }: Context,
  info: ProjectionInfo,
): ClinicRequest {
  return {
    filter: parseInput(clinicFilter, filter ?? {}, ['filter']),
    page: openPage(pageRequest(page), clinicOrderings[orderBy], cursors),
    columns: clinicColumnsOf(info, ['edges', 'node']),
  };
}
