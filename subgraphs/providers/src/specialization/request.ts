import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { parseInput } from '@consulta/platform/input/parse-input';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Context } from '../context.ts';
import type { QuerySpecializationsArgs } from '../generated/resolvers.ts';
import { type SpecializationColumn, specializationColumns, specializationOrderings } from './columns.ts';
import { specializationFilter } from './filter.ts';
import type { SpecializationRequest } from './loaders.ts';

/** The columns that a selection of a specialization needs. */
export function specializationColumnsOf(
  info: ProjectionInfo,
  path: readonly string[] = [],
): readonly SpecializationColumn[] {
  return selectedColumns(info, 'Specialization', specializationColumns, ['id'], path);
}

/** What a field that lists specializations asks for, whoever's specializations they are. */
export function specializationRequest(
  { filter, orderBy, ...page }: QuerySpecializationsArgs,
  { cursors }: Context,
  info: ProjectionInfo,
): SpecializationRequest {
  return {
    filter: parseInput(specializationFilter, filter ?? {}, ['filter']),
    page: openPage(pageRequest(page), specializationOrderings[orderBy], cursors),
    columns: specializationColumnsOf(info, ['edges', 'node']),
  };
}
