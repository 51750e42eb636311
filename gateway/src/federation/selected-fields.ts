import { fragmentsOf } from '@consulta/platform/graphql/fragments';
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Conditions } from './execution.ts';

/** A selection set and the type that it was written for. */
export interface Selected {
  readonly type: GraphQLCompositeType;
  readonly selectionSet: SelectionSetNode;
}

/** A field as it was selected, perhaps in several places. */
export interface SelectedField {
  readonly node: FieldNode;
  /** The type that the selection was written for, which may be an interface of the object's. */
  readonly type: GraphQLCompositeType;
}

/** The fields selected of an object, by their names in the answer and in its order. */
export type SelectFields = (
  object: GraphQLCompositeType,
  selected: readonly Selected[],
) => ReadonlyMap<string, readonly [SelectedField, ...SelectedField[]]>;

/** The reference algorithm (https://spec.graphql.org/October2021/#CollectFields) with the conditions known. */
export function createSelectFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  conditions: Conditions,
): SelectFields {
  const fragments = fragmentsOf(document);

  const appliesTo = (condition: GraphQLCompositeType, object: GraphQLCompositeType): boolean =>
    condition === object || (isAbstractType(condition) && 'getFields' in object && schema.isSubType(condition, object));

  return (object, selected) => {
    const fields = new Map<string, [SelectedField, ...SelectedField[]]>();
    const spread = new Set<string>();
    const add = (type: GraphQLCompositeType, node: FieldNode): void => {
      const key = node.alias?.value ?? node.name.value;
      const known = fields.get(key);
      if (known === undefined) fields.set(key, [{ node, type }]);
      else known.push({ node, type });
    };
    const collect = ({ type, selectionSet }: Selected): void => {
      for (const selection of selectionSet.selections) {
        if (!isIncluded(selection, conditions)) continue;
        if (selection.kind === Kind.FIELD) add(type, selection);
        else collectFragment(type, selection);
      }
    };
    const collectFragment = (type: GraphQLCompositeType, node: FragmentSpreadNode | InlineFragmentNode): void => {
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : firstSpread(node.name.value);
      if (fragment === undefined) return;
      const named = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      const condition = isCompositeType(named) ? named : type;
      if (named === undefined || appliesTo(condition, object))
        collect({ type: condition, selectionSet: fragment.selectionSet });
    };
    const firstSpread = (name: string): FragmentDefinitionNode | undefined => {
      if (spread.has(name)) return undefined;
      spread.add(name);
      return fragments.get(name);
    };
    for (const each of selected) collect(each);
    return fields;
  };
}

function isIncluded({ directives = [] }: SelectionNode, conditions: Conditions): boolean {
  return directives.every((directive) => {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') return true;
    return isTrue(directive, conditions) === (name === 'include');
  });
}

function isTrue({ arguments: given = [] }: DirectiveNode, conditions: Conditions): boolean {
  const value = given[0]?.value;
  if (value?.kind === Kind.VARIABLE) return conditions[value.name.value] === true;
  return value?.kind === Kind.BOOLEAN && value.value;
}
