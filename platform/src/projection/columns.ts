import { type SelectionInfo, selectionOf } from './selection.ts';

/**
 * Which columns each field of a GraphQL type is made from. Fields that need none (they are resolved by
 * another loader from the id alone) are left out.
 */
export type ColumnMap<Column extends string> = Readonly<Record<string, readonly Column[]>>;

/**
 * The columns that a selection needs, sorted, always with `required` (keys and what policies read).
 *
 * @param typeName the GraphQL type that `columns` describes
 */
export function selectedColumns<Column extends string>(
  info: SelectionInfo,
  typeName: string,
  columns: ColumnMap<Column>,
  required: readonly NoInfer<Column>[],
): readonly Column[] {
  return columnsFor(selectionOf(info, typeName).keys(), columns, required);
}

/** The columns behind a set of field names, sorted, always with `required`. */
export function columnsFor<Column extends string>(
  fields: Iterable<string>,
  columns: ColumnMap<Column>,
  required: readonly NoInfer<Column>[],
): readonly Column[] {
  const needed = new Set<Column>(required);
  for (const field of fields) {
    for (const column of (Object.hasOwn(columns, field) ? columns[field] : undefined) ?? []) needed.add(column);
  }
  return [...needed].sort();
}

/** The union of several column lists, sorted: one batch selects what any of its callers needs. */
export function unionOf<Column extends string>(lists: Iterable<readonly Column[]>): readonly Column[] {
  const union = new Set<Column>();
  for (const list of lists) for (const column of list) union.add(column);
  return [...union].sort();
}
