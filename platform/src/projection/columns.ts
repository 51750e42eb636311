import { type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import { type SelectionInfo, selectionOf } from './selection.ts';

/** What a resolver needs of `GraphQLResolveInfo` to project its selection onto columns. */
export type ProjectionInfo = SelectionInfo & Pick<GraphQLResolveInfo, 'returnType'>;

/**
 * Which columns each field of a GraphQL type is made from. Fields that need none (they are resolved by
 * another loader from the id alone) are left out.
 */
export type ColumnMap<Column extends string> = Readonly<Record<string, readonly Column[]>>;

/**
 * The columns that a selection needs, sorted, always with `required` (keys and what policies read). None at all where
 * `path` leads through a connection of which only the count is selected: then there are no rows to read.
 *
 * @param typeName the GraphQL type that `columns` describes
 * @param path fields to walk from the current field's type to that type, such as `['edges', 'node']` in a connection
 *   or the noun of a payload
 */
export function selectedColumns<Column extends string>(
  info: ProjectionInfo,
  typeName: string,
  columns: ColumnMap<Column>,
  required: readonly NoInfer<Column>[],
  path: readonly string[] = [],
): readonly Column[] {
  let nodes = info.fieldNodes;
  let parent = getNamedType(info.returnType);
  for (const field of path) {
    const selection = selectionOf(info, parent.name, nodes);
    if (field === 'edges' && !selection.has('edges') && !selection.has('pageInfo')) return [];
    nodes = selection.get(field) ?? [];
    const next = isObjectType(parent) ? parent.getFields()[field] : undefined;
    if (next === undefined) throw new TypeError(`${parent.name} has no field ${field}`);
    parent = getNamedType(next.type);
  }
  return columnsFor(selectionOf(info, typeName, nodes).keys(), columns, required);
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
