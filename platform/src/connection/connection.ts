import { unionOf } from '../projection/columns.ts';
import type { CursorCodec, KeyValue } from './cursor.ts';
import { orderingColumns, type Page } from './ordering.ts';

export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page of a list in Relay's form. `totalCount` runs its statement only when it is called, so only when selected. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<number>;
}

/**
 * Builds the connection of a page from its rows, which come in query order with one more row than the page's size
 * where another page follows (see `takePage`).
 */
export function toConnection<Column extends string, Row extends Readonly<Record<Column, unknown>>>(
  rows: readonly Row[],
  page: Page<Column>,
  cursors: CursorCodec,
  totalCount: () => Promise<number>,
): Connection<Row> {
  const more = rows.length > page.size;
  const shown = more ? rows.slice(0, page.size) : [...rows];
  if (page.backwards) shown.reverse();
  const cursorOf = (row: Row | undefined): string | null =>
    row === undefined ? null : cursors.seal(page.ordering.name, keyOf(row, page));
  return {
    // Getters: sealing a cursor costs, and most operations select only those of the page's ends.
    edges: shown.map((node) => ({
      node,
      get cursor() {
        return cursors.seal(page.ordering.name, keyOf(node, page));
      },
    })),
    pageInfo: {
      hasNextPage: page.backwards ? page.before !== null : more,
      hasPreviousPage: page.backwards ? more : page.after !== null,
      get startCursor() {
        return cursorOf(shown[0]);
      },
      get endCursor() {
        return cursorOf(shown.at(-1));
      },
    },
    totalCount,
  };
}

/**
 * Reads a list's page, unless no columns are asked for: then only its count was selected (see `selectedColumns`).
 *
 * @param rows reads these columns of the page's rows, in query order, and one more row where another page follows
 */
export async function readConnection<Column extends string, Row extends Readonly<Record<Column, unknown>>>(
  { page, columns }: { readonly page: Page<Column>; readonly columns: readonly Column[] },
  cursors: CursorCodec,
  rows: (columns: readonly Column[]) => Promise<readonly Row[]>,
  totalCount: () => Promise<number>,
): Promise<Connection<Row>> {
  const read = columns.length === 0 ? [] : await rows(unionOf([columns, orderingColumns(page)]));
  return toConnection(read, page, cursors, totalCount);
}

function keyOf<Column extends string>(row: Readonly<Record<Column, unknown>>, page: Page<Column>): KeyValue[] {
  return page.ordering.keys.map(({ column }) => {
    const value = row[column];
    if (value instanceof Date) return value.toISOString();
    if (typeof value === 'string' || typeof value === 'number') return value;
    throw new TypeError(`the ordering ${page.ordering.name} needs the column ${column}, which was not selected`);
  });
}
