import { createGroupLoader, type GroupLoader } from '../batch/group-loader.ts';
import { unionOf } from '../projection/columns.ts';
import { type Connection, readConnection } from './connection.ts';
import type { CursorCodec } from './cursor.ts';
import type { Page } from './ordering.ts';

/** What a nested connection asks for: the same for all parents that share a statement, but for the columns. */
export interface ConnectionRequest<Column extends string, Filter> {
  readonly page: Page<Column>;
  readonly filter: Filter;
  readonly columns: readonly Column[];
}

/** Loads one page for each of many parents. */
export interface ConnectionLoader<Row, Column extends string, Filter> {
  load(parent: string, request: ConnectionRequest<Column, Filter>): Promise<Connection<Row>>;
}

/**
 * A loader of nested connections for the time of one request. Parents that ask for the same page share one
 * statement (LATERAL: each parent stops at its own limit) and, where selected, one more for their counts.
 *
 * @param fetch rows of each parent in query order, up to `page.size + 1`
 * @param count number of rows of each parent under the filter
 */
export function createConnectionLoader<Row extends Readonly<Record<Column, unknown>>, Column extends string, Filter>({
  label,
  cursors,
  fetch,
  count,
}: {
  label: string;
  cursors: CursorCodec;
  fetch: (
    parents: readonly string[],
    request: ConnectionRequest<Column, Filter>,
  ) => Promise<ReadonlyMap<string, readonly Row[]>>;
  count: (parents: readonly string[], filter: Filter) => Promise<ReadonlyMap<string, number>>;
}): ConnectionLoader<Row, Column, Filter> {
  const pages = createGroupLoader<ConnectionRequest<Column, Filter>, readonly Row[]>({
    label,
    fetch,
    absent: () => [],
    shapeOf: ({ page, filter }) => JSON.stringify([page, filter]),
    merge: (all) => ({ ...(all[0] as (typeof all)[0]), columns: unionOf(all.map((request) => request.columns)) }),
  });
  const counts: GroupLoader<Filter, number> = createGroupLoader({
    label: `${label}.totalCount`,
    fetch: count,
    absent: () => 0,
  });
  return {
    load: (parent, request) =>
      readConnection(
        request,
        cursors,
        (columns) => pages.load(parent, { ...request, columns }),
        () => counts.load(parent, request.filter),
      ),
  };
}
