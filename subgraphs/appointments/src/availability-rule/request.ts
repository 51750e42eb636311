import { openPage } from '@consulta/platform/connection/ordering';
import { type PageArguments, pageRequest } from '@consulta/platform/connection/page';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Context } from '../context.ts';
import { ruleColumns, ruleOrdering } from './columns.ts';
import type { RuleRequest } from './loaders.ts';

/** The columns that a selection of a rule needs. */
export const ruleColumnsOf = (info: ProjectionInfo, path: readonly string[] = []) =>
  selectedColumns(info, 'AvailabilityRule', ruleColumns, ['id'], path);

/** What a field that lists rules asks for. */
export function ruleRequest(page: PageArguments, { cursors }: Context, info: ProjectionInfo): RuleRequest {
  return {
    filter: null,
    page: openPage(pageRequest(page), ruleOrdering, cursors),
    columns: ruleColumnsOf(info, ['edges', 'node']),
  };
}
