import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import { type HoldColumn, holdColumns } from './columns.ts';

/** The columns behind what is selected of a hold. */
export function holdColumnsOf(info: ProjectionInfo, path: readonly string[] = []): readonly HoldColumn[] {
  return selectedColumns(info, 'SlotHold', holdColumns, ['id'], path);
}
