import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { type Fragments, fragmentsOf } from './fragments.ts';

/** Who may keep an answer, and for how long. */
export interface CachePolicy {
  /** Seconds; 0 means not at all. */
  readonly maxAge: number;
  /** PRIVATE where the answer depends on who asks. */
  readonly scope: 'PUBLIC' | 'PRIVATE';
}

/** What `@cacheControl` says in one place. */
interface Hint {
  readonly maxAge?: number | undefined;
  readonly scope?: CachePolicy['scope'] | undefined;
  readonly inheritMaxAge?: boolean | undefined;
}

/** A type or a field, as the schema's files wrote it. */
interface Annotated {
  readonly astNode?: Maybe<{ readonly directives?: readonly ConstDirectiveNode[] | undefined }>;
  readonly extensionASTNodes?: Maybe<readonly { readonly directives?: readonly ConstDirectiveNode[] | undefined }[]>;
}
type Maybe<T> = T | null | undefined;

const uncacheable: CachePolicy = { maxAge: 0, scope: 'PUBLIC' };

/**
 * The policy of an operation by the `@cacheControl` hints of all that it selects, by Apollo Server's rules
 * (https://www.apollographql.com/docs/apollo-server/performance/caching): the lowest age of any field, 0 for root
 * fields and fields with a selection that nothing is said about, PRIVATE if one is.
 *
 * Told from the document alone, it holds for every answer: `@skip` and `@include` count as if the field were there, an
 * interface as every type that it may be, `_entities` as the types that the operation names.
 *
 * @param document valid for the schema
 */
export function cachePolicyOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): CachePolicy {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) return uncacheable;
  const root = schema.getQueryType();
  const fragments = fragmentsOf(document);
  /** The types that a selection was looked at for: fragments may spread each other many times over. */
  const seen = new Map<SelectionSetNode, Set<GraphQLObjectType>>();
  let maxAge = Number.POSITIVE_INFINITY;
  let scope: CachePolicy['scope'] = 'PUBLIC';

  const restrict = (hint: Hint): void => {
    maxAge = Math.min(maxAge, hint.maxAge ?? maxAge);
    if (hint.scope === 'PRIVATE') scope = 'PRIVATE';
  };
  const within = (type: GraphQLObjectType, selectionSet: SelectionSetNode): void => {
    const types = seen.get(selectionSet) ?? new Set();
    if (types.has(type)) return;
    seen.set(selectionSet, types.add(type));
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        ofField(type, selection);
        continue;
      }
      const fragment = fragmentOf(selection, fragments);
      const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
      const applies = !condition || objectsOf(schema, condition).includes(type);
      if (fragment !== undefined && applies) within(type, fragment.selectionSet);
    }
  };
  const ofField = (type: GraphQLObjectType, node: FieldNode): void => {
    const field = type.getFields()[node.name.value];
    // Introspection says nothing, so that alone it is not to be kept.
    if (field === undefined) return;
    const result = getNamedType(field.type);
    const isRoot = type === root;
    if (isRoot && field.name === '_entities' && node.selectionSet !== undefined) {
      for (const hint of hintsOfEntities(schema, node.selectionSet, fragments)) restrict(hint);
    } else restrict(withDefault(hintOf(field), result, isRoot));
    if (node.selectionSet !== undefined)
      for (const possible of objectsOf(schema, result)) within(possible, node.selectionSet);
  };

  if (root) within(root, operation.selectionSet);
  return { maxAge: Number.isFinite(maxAge) ? maxAge : 0, scope };
}

/** What is said about a field, or what silence means there. */
function withDefault(ofField: Hint, result: GraphQLNamedType, isRoot: boolean): Hint {
  const ofType = isCompositeType(result) ? hintOf(result) : {};
  const maxAge = ofField.maxAge ?? ofType.maxAge;
  const scope = ofField.scope ?? ofType.scope;
  const inherits = !isCompositeType(result) || ofType.inheritMaxAge === true || ofField.inheritMaxAge === true;
  return { maxAge: maxAge ?? (isRoot || !inherits ? 0 : undefined), scope };
}

/** Entities come as what the operation names: each type's own hint counts, and silence is 0. */
function hintsOfEntities(schema: GraphQLSchema, selectionSet: SelectionSetNode, fragments: Fragments): Hint[] {
  const named = new Set<GraphQLObjectType>();
  const seen = new Set<SelectionSetNode>();
  const collect = (within: SelectionSetNode): void => {
    if (seen.has(within)) return;
    seen.add(within);
    for (const selection of within.selections) {
      const fragment = fragmentOf(selection, fragments);
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      for (const type of condition ? objectsOf(schema, condition) : []) named.add(type);
      collect(fragment.selectionSet);
    }
  };
  collect(selectionSet);
  if (named.size === 0) return [uncacheable];
  return Array.from(named, (type) => withDefault({}, type, true));
}

/** What a selection stands for, where it is no field. */
function fragmentOf(
  selection: SelectionNode,
  fragments: Fragments,
): FragmentDefinitionNode | InlineFragmentNode | undefined {
  if (selection.kind === Kind.FIELD) return undefined;
  return selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
}

/** The types of objects that a value of a type may have; none where it is a scalar. */
function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

const scopes = ['PUBLIC', 'PRIVATE'] as const;

function hintOf(annotated: Annotated): Hint {
  const nodes = [annotated.astNode, ...(annotated.extensionASTNodes ?? [])];
  const directive = nodes.flatMap((node) => node?.directives ?? []).find(({ name }) => name.value === 'cacheControl');
  if (directive === undefined) return {};
  const argument = (name: string): ValueNode | undefined =>
    directive.arguments?.find((each) => each.name.value === name)?.value;
  const maxAge = argument('maxAge');
  const scope = argument('scope');
  const inherits = argument('inheritMaxAge');
  const inheritMaxAge = inherits?.kind === Kind.BOOLEAN && inherits.value;
  return {
    maxAge: maxAge?.kind === Kind.INT && !inheritMaxAge ? Number(maxAge.value) : undefined,
    scope: scopes.find((known) => scope?.kind === Kind.ENUM && scope.value === known),
    inheritMaxAge,
  };
}
