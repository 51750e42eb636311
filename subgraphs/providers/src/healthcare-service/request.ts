import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { parseInput } from '@consulta/platform/input/parse-input';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Context } from '../context.ts';
import type { QueryHealthcareServicesArgs } from '../generated/resolvers.ts';
import { type ServiceColumn, serviceColumns, serviceOrderings } from './columns.ts';
import { serviceFilter } from './filter.ts';
import type { ServiceRequest } from './loaders.ts';

/** The columns that a selection of a service needs. */
export function serviceColumnsOf(info: ProjectionInfo, path: readonly string[] = []): readonly ServiceColumn[] {
  return selectedColumns(info, 'HealthcareService', serviceColumns, ['id'], path);
}

/** What a field that lists services asks for, whoever's services they are. */
export function serviceRequest(
  { filter, orderBy, ...page }: QueryHealthcareServicesArgs,
  { cursors }: Context,
  info: ProjectionInfo,
): ServiceRequest {
  return {
    filter: parseInput(serviceFilter, filter ?? {}, ['filter']),
    page: openPage(pageRequest(page), serviceOrderings[orderBy], cursors),
    columns: serviceColumnsOf(info, ['edges', 'node']),
  };
}
