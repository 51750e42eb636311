import type { RowLoader } from '@consulta/platform/batch/row-loader';

/** The row that a foreign key points at: it exists, so where its id is all that is asked there is nothing to read. */
export async function referenced<Row extends { readonly id: string }, Column extends string>(
  loader: RowLoader<Row, Column>,
  id: string,
  columns: readonly Column[],
): Promise<Row> {
  if (columns.every((column) => column === 'id')) return { id } as Row;
  const row = await loader.load(id, columns);
  if (row === null) throw new Error('a foreign key points at nothing');
  return row;
}
