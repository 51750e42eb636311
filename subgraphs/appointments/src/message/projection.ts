import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import { type MessageColumn, messageColumns } from './columns.ts';

/** The columns behind what is selected of a message. */
export function messageColumnsOf(info: ProjectionInfo, path: readonly string[] = []): readonly MessageColumn[] {
  return selectedColumns(info, 'Message', messageColumns, ['id'], path);
}
