import { openPage } from '@consulta/platform/connection/ordering';
import { type PageArguments, pageRequest } from '@consulta/platform/connection/page';
import { optional } from '@consulta/platform/input/fields';
import { parseInput } from '@consulta/platform/input/parse-input';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { exceptionColumns, exceptionOrdering } from './columns.ts';
import type { ExceptionRequest } from './loaders.ts';

const dateRange = z
  .object({ from: optional(z.date()), to: optional(z.date()) })
  .refine(({ from, to }) => from === null || to === null || from < to, {
    message: 'The period ends before it starts.',
    path: ['to'],
  });

/** The columns that a selection of an exception needs. */
export const exceptionColumnsOf = (info: ProjectionInfo, path: readonly string[] = []) =>
  selectedColumns(info, 'AvailabilityException', exceptionColumns, ['id'], path);

/** What a field that lists exceptions asks for. */
export function exceptionRequest(
  { dateRange: period, ...page }: PageArguments & { readonly dateRange?: unknown },
  { cursors }: Context,
  info: ProjectionInfo,
): ExceptionRequest {
  return {
    filter: parseInput(dateRange, period ?? {}, ['dateRange']),
    page: openPage(pageRequest(page), exceptionOrdering, cursors),
    columns: exceptionColumnsOf(info, ['edges', 'node']),
  };
}
