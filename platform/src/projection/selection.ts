import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a resolver needs of `GraphQLResolveInfo` to read its selection. */
export type SelectionInfo = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'schema' | 'variableValues'>;

/** A selected field and all the places that select it (a response key may be merged from several). */
export type Selection = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * The fields that an operation selects on the value of the current field, by field name: fragments are
 * followed where they apply to `typeName`, `@skip` and `@include` are evaluated, aliases are merged.
 */
export function selectionOf(
  info: SelectionInfo,
  typeName: string,
  nodes: readonly FieldNode[] = info.fieldNodes,
): Selection {
  const fields = new Map<string, FieldNode[]>();
  for (const node of nodes) if (node.selectionSet !== undefined) collect(info, typeName, node.selectionSet, fields);
  return fields;
}

function collect(info: SelectionInfo, typeName: string, set: SelectionSetNode, into: Map<string, FieldNode[]>): void {
  for (const selection of set.selections) {
    if (!isIncluded(info, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      const known = into.get(name);
      if (known === undefined) into.set(name, [selection]);
      else known.push(selection);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
    if (fragment === undefined) continue;
    const condition = fragment.typeCondition?.name.value;
    if (condition === undefined || applies(info, condition, typeName)) {
      collect(info, typeName, fragment.selectionSet, into);
    }
  }
}

function isIncluded(info: SelectionInfo, selection: SelectionNode): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues);
  if (skip?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.['if'] !== false;
}

function applies(info: SelectionInfo, condition: string, typeName: string): boolean {
  if (condition === typeName) return true;
  const abstract = info.schema.getType(condition);
  const object = info.schema.getType(typeName);
  return isAbstractType(abstract) && isObjectType(object) && info.schema.isSubType(abstract, object);
}
