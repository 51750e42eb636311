import DataLoader from 'dataloader';
import { inField } from '../postgres/statements.ts';
import { unionOf } from '../projection/columns.ts';

/** Loads single rows by id, many at a time, each with the columns its caller selects. */
export interface RowLoader<Row, Column extends string> {
  /** The row, or null where it does not exist or the viewer may not see it. */
  load(id: string, columns: readonly Column[]): Promise<Row | null>;
}

/** One statement for all `ids`; it may leave rows out and return the rest in any order. */
export type FetchRows<Row, Column extends string> = (
  ids: readonly string[],
  columns: readonly Column[],
) => Promise<readonly Row[]>;

interface Key<Column extends string> {
  readonly id: string;
  readonly columns: readonly Column[];
}

/**
 * A loader for the time of one request. All `load` calls of a tick become one call of `fetch` with the distinct
 * ids and the union of their columns. Rows are matched by `id`, never by position: a missing row is null.
 *
 * @param label `Type.field` named in N+1 warnings
 */
export function createRowLoader<Row extends { readonly id: string }, Column extends string>(
  label: string,
  fetch: FetchRows<Row, Column>,
): RowLoader<Row, Column> {
  const loader = new DataLoader<Key<Column>, Row | null, string>(
    async (keys) => {
      const ids = [...new Set(keys.map((key) => key.id))];
      const rows = await inField(label, () => fetch(ids, unionOf(keys.map((key) => key.columns))));
      const byId = new Map(rows.map((row) => [row.id, row]));
      return keys.map((key) => byId.get(key.id) ?? null);
    },
    { cacheKeyFn: ({ id, columns }) => `${id} ${columns.join()}` },
  );
  return { load: (id, columns) => loader.load({ id, columns }) };
}
