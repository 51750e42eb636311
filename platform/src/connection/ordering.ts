import { type SelectQueryBuilder, sql } from 'kysely';
import { badUserInput } from '../graphql/errors.ts';
import type { CursorCodec, KeyValue } from './cursor.ts';
import type { PageRequest } from './page.ts';

type KeyType = 'timestamptz' | 'date' | 'time' | 'text' | 'uuid' | 'int' | 'bigint';

/**
 * A total order of a list. The last column is unique, so two rows never share a place; all columns run in one
 * direction, so a place is one row comparison that an index answers.
 */
export interface Ordering<Column extends string> {
  /** Stable: cursors carry it and are refused under another ordering. */
  readonly name: string;
  readonly direction: 'asc' | 'desc';
  readonly keys: readonly { readonly column: Column; readonly type: KeyType }[];
}

/** A page whose cursors have been opened: ready for SQL, and plain data that callers can be grouped by. */
export interface Page<Column extends string> {
  readonly ordering: Ordering<Column>;
  readonly size: number;
  readonly backwards: boolean;
  readonly after: readonly KeyValue[] | null;
  readonly before: readonly KeyValue[] | null;
}

/**
 * Opens the cursors of a page for one ordering.
 *
 * @throws BAD_USER_INPUT at `after` or `before` where a cursor was not made by this list in this order
 */
export function openPage<Column extends string>(
  request: PageRequest,
  ordering: Ordering<Column>,
  cursors: CursorCodec,
  path: readonly string[] = [],
): Page<Column> {
  const open = (side: 'after' | 'before'): readonly KeyValue[] | null => {
    const cursor = request[side];
    if (cursor === null) return null;
    const values = cursors.open(ordering.name, cursor);
    if (values === undefined) throw badUserInput('This cursor does not belong to this list.', [...path, side]);
    return values;
  };
  return { ordering, size: request.size, backwards: request.backwards, after: open('after'), before: open('before') };
}

/** The columns a page needs for its cursors, whatever the client selects. */
export function orderingColumns<Column extends string>({ ordering }: Page<Column>): readonly Column[] {
  return ordering.keys.map((key) => key.column);
}

/**
 * Narrows a query to a page: rows beyond `after`, short of `before`, in order, one more than asked for (the extra
 * row tells that another page follows).
 *
 * @param table the table or alias that holds the ordering's columns
 */
export function takePage<Database, Tables extends keyof Database, Output, Column extends string>(
  query: SelectQueryBuilder<Database, Tables, Output>,
  table: string,
  page: Page<Column>,
): SelectQueryBuilder<Database, Tables, Output> {
  const { ordering, backwards } = page;
  const columns = ordering.keys.map((key) => sql.ref(`${table}.${key.column}`));
  const row = sql.join(columns);
  const place = (values: readonly KeyValue[]) =>
    sql.join(values.map((value, index) => sql`${value}::${sql.raw(ordering.keys[index]?.type ?? 'text')}`));
  const ascending = (ordering.direction === 'asc') !== backwards;
  const beyond = ordering.direction === 'asc' ? sql`>` : sql`<`;
  const short = ordering.direction === 'asc' ? sql`<` : sql`>`;

  let narrowed = query;
  if (page.after !== null) narrowed = narrowed.where(sql<boolean>`(${row}) ${beyond} (${place(page.after)})`);
  if (page.before !== null) narrowed = narrowed.where(sql<boolean>`(${row}) ${short} (${place(page.before)})`);
  for (const column of columns) narrowed = narrowed.orderBy(column, ascending ? 'asc' : 'desc');
  return narrowed.limit(page.size + 1);
}
